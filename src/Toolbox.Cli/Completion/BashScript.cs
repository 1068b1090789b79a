using System.Text;

namespace Toolbox.Cli.Completion;

/// <summary>Completion of bash.</summary>
static class BashScript
{
    public static string Of(IReadOnlyList<CompletionPlace> places)
    {
        var text = new StringBuilder(Head);
        text.Append($"      {string.Join('|', places.Skip(1).Select(place => Quote(place.Path)))}) path+=\" $word\" ;;\n{Middle}");
        foreach (var place in places)
            foreach (var option in place.Options.Where(option => option.TakesValue))
                text.Append($"    {string.Join('|', option.Spellings.Select(spelling => Quote($"{place.Path} {spelling}")))}) {Value(option)} return ;;\n");
        text.Append("  esac\n  case \"$path\" in\n");
        foreach (var place in places) text.Append($"    {Quote(place.Path)}) words={Quote(Words(place))}{Dynamic(place)} ;;\n");
        return text.Append(Tail).ToString();
    }

    const string Head =
        """
        # bash completion for flinkctl, made by: flinkctl completion bash
        _flinkctl_names() { flinkctl names "$1" -- "${COMP_WORDS[@]:1}" 2>/dev/null; }
        _flinkctl() {
          local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path="" words="" word i
          # The shell takes --name=value for three words.
          if [[ $cur == = ]]; then cur=""; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
          COMPREPLY=()
          for ((i = 1; i < COMP_CWORD; i++)); do
            word=${COMP_WORDS[i]}
            case "$path $word" in

        """;

    const string Middle =
        """
            esac
          done
          case "$path $prev" in

        """;

    const string Tail =
        """
          esac
          COMPREPLY=($(compgen -W "$words" -- "$cur"))
        }
        complete -o bashdefault -o default -F _flinkctl flinkctl

        """;

    static string Value(CompletionOption option) => option switch
    {
        { Values.Count: > 0 } => $"COMPREPLY=($(compgen -W {Quote(string.Join(' ', option.Values))} -- \"$cur\"));",
        { Names.Length: > 0 } => $"COMPREPLY=($(compgen -W \"$(_flinkctl_names {option.Names})\" -- \"$cur\"));",
        // With no answer the shell offers files.
        _ => "",
    };

    static string Words(CompletionPlace place) =>
        string.Join(' ', place.Commands.Select(command => command.Name).Concat(place.Options.SelectMany(option => option.Spellings)));

    static string Dynamic(CompletionPlace place) => place.Names.Length == 0 ? "" : $"; [[ $cur == -* ]] || words+=\" $(_flinkctl_names {place.Names})\"";

    internal static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
