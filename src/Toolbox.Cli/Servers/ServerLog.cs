using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Sinks.SystemConsole.Themes;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Servers;

/// <summary>Logs of the server processes: lines for people on a terminal, one JSON object a line otherwise.</summary>
static class ServerLog
{
    const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u} {Message:lj}{NewLine}{Exception}";

    public static Serilog.Core.Logger Create()
    {
        var configuration = new LoggerConfiguration().MinimumLevel.Is(Level());
        return (Console.IsOutputRedirected ? configuration.WriteTo.Console(new CompactJsonFormatter()) : configuration.WriteTo.Console(outputTemplate: Line, theme: Terminal.MayColourLogs ? null : ConsoleTheme.None))
            .CreateLogger();
    }

    static LogEventLevel Level() =>
        Enum.TryParse<LogEventLevel>(Environment.GetEnvironmentVariable("FLINKCTL_LOG_LEVEL"), ignoreCase: true, out var level) ? level : LogEventLevel.Information;
}
