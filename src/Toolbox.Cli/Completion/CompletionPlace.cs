using System.CommandLine;

namespace Toolbox.Cli.Completion;

/// <summary>What may stand behind one command.</summary>
/// <param name="Path">Words of the command, each after a blank; empty for the root.</param>
/// <param name="Commands">Names and descriptions of commands below it.</param>
/// <param name="Names">Kind of resource that its arguments name, as <see cref="NamesCommand"/> knows it; empty for none.</param>
sealed record CompletionPlace(string Path, IReadOnlyList<(string Name, string Description)> Commands, IReadOnlyList<CompletionOption> Options, string Names)
{
    public static IReadOnlyList<CompletionPlace> All(RootCommand root) => [.. Below("", root, root.Options.Where(option => option.Recursive).ToList())];

    static IEnumerable<CompletionPlace> Below(string path, Command command, IReadOnlyList<Option> inherited)
    {
        var commands = command.Subcommands.Where(below => !below.Hidden).ToList();
        var options = command.Options.Concat(inherited).Where(option => !option.Hidden).Distinct().Select(CompletionOption.Of);
        yield return new CompletionPlace(path, [.. commands.Select(below => (below.Name, OneLine(below.Description)))], [.. options], NamesOf(command));
        foreach (var place in commands.SelectMany(below => Below($"{path} {below.Name}", below, inherited))) yield return place;
    }

    static string NamesOf(Command command) => command.Arguments.Select(argument => argument.Name).FirstOrDefault() switch
    {
        "RESOURCE" => "any",
        "JOB" => "job",
        "KIND" => "kind",
        _ => "",
    };

    internal static string OneLine(string? text) => (text ?? "").ReplaceLineEndings(" ");
}
