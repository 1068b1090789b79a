using System.CommandLine;
using System.CommandLine.Invocation;

namespace Toolbox.Cli.CommandLine;

/// <summary>A command line that cannot be understood: one line on standard error.</summary>
static class UsageErrors
{
    const string NoCommand = "required command was not provided";

    public static bool Any(ParseResult parsed) => parsed.Action is ParseErrorAction;

    /// <summary>Says what is wrong and where the help is; a group of commands without a command shows the group's help.</summary>
    public static async Task<int> Say(ParseResult parsed, InvocationConfiguration configuration)
    {
        var command = Path(parsed.CommandResult);
        var errors = parsed.Errors.Select(error => OneLine(error.Message)).Distinct(StringComparer.Ordinal).ToList();
        if (errors is [NoCommand])
        {
            await parsed.RootCommandResult.Command.Parse([.. command.Split(' ')[1..], "--help"]).InvokeAsync(configuration);
            return await Refusals.Say(configuration.Error, $"{command} needs one of these commands");
        }
        return await Refusals.Say(configuration.Error, $"{string.Join("; ", errors.Where(error => error != NoCommand))} (see {command} --help)");
    }

    // Sentences of the library become the phrases that follow a name; messages of ours begin with an option.
    static string OneLine(string message)
    {
        var line = message.ReplaceLineEndings(" ").Replace("option: '", "option '", StringComparison.Ordinal).TrimEnd('.');
        return line.Length == 0 ? line : $"{char.ToLowerInvariant(line[0])}{line[1..]}";
    }

    static string Path(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "flinkctl";
}
