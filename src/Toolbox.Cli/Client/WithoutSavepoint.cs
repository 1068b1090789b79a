using System.CommandLine;

namespace Toolbox.Cli.Client;

/// <summary>Requests that start or stop, with or without a savepoint.</summary>
static class WithoutSavepoint
{
    public static Option<bool> WhenStarting { get; } = new("--without-savepoint") { Description = "Start without state, this once." };

    public static Option<bool> WhenStopping { get; } = new("--without-savepoint") { Description = "Stop without taking a savepoint." };

    public static OperatorRequest Put(string path, ParseResult parsed, Option<bool> option) =>
        OperatorRequest.Put(path, "withoutSavepoint", parsed.GetValue(option));
}
