using Serilog;

namespace Toolbox.Cli.Servers;

/// <summary>What a process serves whether it leads or stands by.</summary>
/// <param name="Start">Starts it; it ends with the process.</param>
/// <param name="IsReady">Whether it can answer.</param>
sealed record StandbyServer(Func<ILogger, CancellationToken, Task<IAsyncDisposable>> Start, Func<bool> IsReady);
