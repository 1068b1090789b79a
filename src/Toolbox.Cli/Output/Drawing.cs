using Spectre.Console;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Output;

/// <summary>Spectre.Console as the terminal wants it: it draws tables and decides nothing.</summary>
sealed class Drawing(Terminal terminal)
{
    /// <summary>The terminal, on which tables have the width of its window.</summary>
    public IAnsiConsole Screen() => Create(terminal.Output);

    /// <summary>Text of a given width that nobody looks at yet.</summary>
    public IAnsiConsole Text(TextWriter text, int width)
    {
        var console = Create(text);
        console.Profile.Width = width;
        return console;
    }

    /// <summary>The same colours as <see cref="Terminal.Paint"/>, as markup.</summary>
    public string Markup(Tone tone, string text) => terminal.HasColours && Style(tone) is { Length: > 0 } style
        ? $"[{style}]{Spectre.Console.Markup.Escape(text)}[/]"
        : Spectre.Console.Markup.Escape(text);

    static string Style(Tone tone) => tone switch
    {
        Tone.Good => "green",
        Tone.Busy => "yellow",
        Tone.Bad => "red",
        Tone.Quiet => "grey",
        Tone.Strong => "bold",
        _ => "",
    };

    IAnsiConsole Create(TextWriter output) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        // Without ANSI it would colour through System.Console, past the writer; without colours nothing is left of ANSI but what moves the cursor.
        Ansi = AnsiSupport.Yes,
        ColorSystem = terminal.HasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = terminal.IsScreen ? InteractionSupport.Yes : InteractionSupport.No,
        Out = new AnsiConsoleOutput(output),
        // It looks at NO_COLOR, FORCE_COLOR and the like by itself, and would overrule what the terminal has decided.
        EnvironmentVariables = [],
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });
}
