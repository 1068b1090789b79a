using System.CommandLine;

namespace Toolbox.Cli.Completion;

/// <summary>An option as shells need to know it.</summary>
/// <param name="Spellings">Its name and aliases.</param>
/// <param name="TakesValue">False for flags.</param>
/// <param name="Values">The values that it allows, where they are few.</param>
/// <param name="Names">Kind of resource that its value names; empty for none.</param>
/// <param name="IsFile">Whether its value is a file or folder.</param>
sealed record CompletionOption(IReadOnlyList<string> Spellings, string Description, bool TakesValue, IReadOnlyList<string> Values, string Names, bool IsFile)
{
    public static CompletionOption Of(Option option)
    {
        var takesValue = option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0;
        return new CompletionOption(
            [option.Name, .. option.Aliases.Where(alias => alias.StartsWith('-')).Order(StringComparer.Ordinal)],
            CompletionPlace.OneLine(option.Description),
            takesValue,
            takesValue && option.HelpName is { } words && words.Contains('|') ? words.Split('|') : [],
            option.Name switch
            {
                "--deployment-name" => "deployment",
                "--cluster-name" => "cluster",
                "--job-name" => "job",
                _ => "",
            },
            typeof(FileSystemInfo).IsAssignableFrom(option.ValueType) || option.HelpName is "file");
    }
}
