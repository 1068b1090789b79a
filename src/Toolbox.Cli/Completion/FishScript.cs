using System.Text;

namespace Toolbox.Cli.Completion;

/// <summary>Completion of fish, with the descriptions of commands and options.</summary>
static class FishScript
{
    public static string Of(IReadOnlyList<CompletionPlace> places)
    {
        var text = new StringBuilder(Head);
        text.Append($"            case {string.Join(' ', places.Skip(1).Select(place => Quote(place.Path)))}\n{Tail}");
        foreach (var place in places)
        {
            var condition = $"complete -c flinkctl -n {Quote($"__flinkctl_at {Quote(place.Path)}")}";
            foreach (var (name, description) in place.Commands) text.Append($"{condition} -f -a {name} -d {Quote(description)}\n");
            if (place.Names.Length > 0) text.Append($"{condition} -f -a '(__flinkctl_names {place.Names})'\n");
            foreach (var option in place.Options) text.Append($"{condition} {Spellings(option)}{Value(option)} -d {Quote(option.Description)}\n");
        }
        return text.ToString();
    }

    const string Head =
        """
        # fish completion for flinkctl, made by: flinkctl completion fish
        function __flinkctl_names
            flinkctl names $argv[1] -- (commandline -opc)[2..-1] 2>/dev/null
        end
        function __flinkctl_at
            set -l place ''
            for word in (commandline -opc)[2..-1]
                switch "$place $word"

        """;

    const string Tail =
        """
                    set place "$place $word"
                end
            end
            test "$place" = "$argv[1]"
        end
        complete -c flinkctl -f

        """;

    static string Spellings(CompletionOption option) => string.Join(' ', option.Spellings.Select(spelling =>
        spelling.StartsWith("--", StringComparison.Ordinal) ? $"-l {spelling[2..]}" : $"-s {Quote(spelling[1..])}"));

    static string Value(CompletionOption option) => option switch
    {
        { TakesValue: false } => "",
        { Values.Count: > 0 } => $" -x -a {Quote(string.Join(' ', option.Values))}",
        { Names.Length: > 0 } => $" -x -a '(__flinkctl_names {option.Names})'",
        { IsFile: true } => " -r -F",
        _ => " -x",
    };

    static string Quote(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
