using System.CommandLine;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Client.Waiting;

/// <summary>How long a client command waits, and for what.</summary>
static class WaitOptions
{
    /// <summary>Time for one request, as long as the older toolbox gave its server.</summary>
    public const int RequestSeconds = 120;

    /// <summary>Time with <c>--wait</c>: a savepoint of a large job and a restart of its cluster fit in.</summary>
    public const int WaitSeconds = 600;

    public static Option<bool> Wait { get; } = new("--wait") { Description = "Wait until it is done, with the progress on standard error." };

    public static Option<int?> Timeout { get; } = Choices.OptionalNumber(
        "--timeout", $"Seconds to wait: {RequestSeconds} for the answer, {WaitSeconds} with --wait for all of it.", 1, 86400);

    public static TimeSpan Limit(ParseResult parsed, int initial) => TimeSpan.FromSeconds(parsed.GetValue(Timeout) ?? initial);
}
