using System.CommandLine;

namespace Toolbox.Cli.CommandLine;

/// <summary>Output for people: coloured on a terminal, plain text otherwise. The only place that decides about it, for all commands.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="HasColours">Whether words may be coloured.</param>
/// <param name="IsScreen">Whether somebody looks at a terminal that can be painted on, with or without colours.</param>
sealed record Terminal(TextWriter Output, bool HasColours, bool IsScreen)
{
    const string Escape = "\u001b[";

    /// <summary>The option <c>--color</c>.</summary>
    public static Option<string?> Colour { get; } = Choices.OneOf(
        "--color", null, "When to use colours; without it on a terminal, unless NO_COLOR is set, or always when FORCE_COLOR is.", "auto", "always", "never");

    public static Terminal Of(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        var isScreen = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        return new Terminal(output, Wish(parsed.GetValue(Colour)) ?? isScreen, isScreen);
    }

    /// <summary>Standard output of processes that have no option for colours.</summary>
    public static bool MayColourLogs => Wish(null) != false && !Console.IsOutputRedirected;

    // The command line counts before the environment, and no colours before forced ones (https://no-color.org, https://force-color.org).
    static bool? Wish(string? option) => option switch
    {
        "always" => true,
        "never" => false,
        _ when IsSet("NO_COLOR") => false,
        _ when IsSet("FORCE_COLOR") && Environment.GetEnvironmentVariable("FORCE_COLOR") != "0" => true,
        _ => null,
    };

    static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    public string Paint(Tone tone, string text) => HasColours && text.Length > 0 && tone != Tone.Plain ? $"{Escape}{Code(tone)}m{text}{Escape}0m" : text;

    /// <summary>Columns as wide as their longest cell; the first row has the titles. Lines end without blanks.</summary>
    public void Columns(IReadOnlyList<(Tone Tone, string Text)[]> rows, string indent = "")
    {
        var widths = rows.Count == 0 ? [] : rows[0].Select((_, column) => rows.Max(row => row[column].Text.Length)).ToArray();
        foreach (var row in rows)
        {
            var last = Array.FindLastIndex(row, cell => cell.Text.Length > 0);
            // Blanks are never painted, so that nothing but the words is coloured.
            var cells = row.Take(last + 1).Select((cell, column) => Paint(cell.Tone, cell.Text) + new string(' ', column == last ? 0 : widths[column] - cell.Text.Length + 3));
            Output.WriteLine(indent + string.Concat(cells));
        }
    }

    static string Code(Tone tone) => tone switch
    {
        Tone.Good => "32",
        Tone.Busy => "33",
        Tone.Bad => "31",
        Tone.Quiet => "90",
        Tone.Strong => "1",
        _ => "0",
    };
}
