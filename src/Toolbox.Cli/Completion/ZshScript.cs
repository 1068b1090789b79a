using System.Text;

namespace Toolbox.Cli.Completion;

/// <summary>Completion of zsh, with the descriptions of commands and options.</summary>
static class ZshScript
{
    public static string Of(IReadOnlyList<CompletionPlace> places)
    {
        var text = new StringBuilder(Head);
        text.Append($"      {string.Join('|', places.Skip(1).Select(place => Quote(place.Path)))}) place+=\" $word\" ;;\n{Middle}");
        foreach (var place in places)
            foreach (var option in place.Options.Where(option => option.TakesValue))
                text.Append($"    {string.Join('|', option.Spellings.Select(spelling => Quote($"{place.Path} {spelling}")))}) {Value(option)}; return ;;\n");
        text.Append("  esac\n  case \"$place\" in\n");
        foreach (var place in places) text.Append($"    {Quote(place.Path)})\n      commands=({Commands(place)})\n      options=({Options(place)}){Dynamic(place)} ;;\n");
        return text.Append(Tail).ToString();
    }

    const string Head =
        """
        #compdef flinkctl
        # zsh completion for flinkctl, made by: flinkctl completion zsh
        _flinkctl_names() { local -a names; names=(${(f)"$(flinkctl names $1 -- ${words[2,-1]} 2>/dev/null)"}); compadd -a names; }
        _flinkctl() {
          local place="" word
          local prev=${words[CURRENT-1]}
          local -a commands options
          # --name=value is one word here.
          if [[ ${words[CURRENT]} == --*=* ]]; then prev=${words[CURRENT]%%=*}; compset -P '*='; fi
          for word in ${words[2,CURRENT-1]}; do
            case "$place $word" in

        """;

    const string Middle =
        """
            esac
          done
          case "$place $prev" in

        """;

    const string Tail =
        """
          esac
          [[ ${#commands} -gt 0 ]] && _describe 'command' commands
          _describe 'option' options
        }
        if [[ ${funcstack[1]} == _flinkctl ]]; then _flinkctl "$@"; else compdef _flinkctl flinkctl; fi

        """;

    static string Value(CompletionOption option) => option switch
    {
        { Values.Count: > 0 } => $"compadd {string.Join(' ', option.Values)}",
        { Names.Length: > 0 } => $"_flinkctl_names {option.Names}",
        { IsFile: true } => "_files",
        _ => "_message 'value'",
    };

    static string Commands(CompletionPlace place) => string.Join(' ', place.Commands.Select(command => Described(command.Name, command.Description)));

    static string Options(CompletionPlace place) =>
        string.Join(' ', place.Options.SelectMany(option => option.Spellings.Select(spelling => Described(spelling, option.Description))));

    static string Dynamic(CompletionPlace place) => place.Names.Length == 0 ? "" : $"\n      [[ ${{words[CURRENT]}} == -* ]] || _flinkctl_names {place.Names}";

    // A colon divides the word from its description.
    static string Described(string word, string description) => Quote($"{word.Replace(":", "\\:", StringComparison.Ordinal)}:{description}");

    static string Quote(string text) => BashScript.Quote(text);
}
