using Spectre.Console;

namespace Toolbox.Cli.Output;

/// <summary>
/// A report for people: tables with borders and colours on a terminal; where the output goes elsewhere, plain columns that are as wide as
/// they need to be, without colours, so that each row stays one line for grep.
/// </summary>
sealed class Page(TextWriter output, bool isPlain)
{
    const int Unlimited = 2000;

    readonly StringWriter _text = new() { NewLine = "\n" };
    IAnsiConsole? _console;

    /// <param name="output">A terminal, when it is standard output and nobody has redirected it.</param>
    public static Page On(TextWriter output) =>
        new(output, output != Console.Out || Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi);

    IAnsiConsole Out => _console ??= isPlain ? Plain() : AnsiConsole.Console;

    public void Title(string text) => Text(text, "bold");

    public void Text(string text, string style = "") =>
        Out.MarkupLine(style.Length > 0 ? $"[{style}]{Markup.Escape(text)}[/]" : Markup.Escape(text));

    /// <summary>Labels with what they stand for; what is empty is left out.</summary>
    public void Labels(params (string Label, string Text)[] labels)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var (label, text) in labels.Where(item => item.Text.Length > 0)) grid.AddRow($"[dim]{Markup.Escape(label)}[/]", Markup.Escape(text));
        Out.Write(grid);
    }

    /// <summary>A table below its title; nothing at all where there are no rows.</summary>
    public void Table(string title, string[] columns, IEnumerable<TableRow> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        Out.WriteLine();
        Title(title);
        var table = new Table().Border(isPlain ? TableBorder.None : TableBorder.Rounded);
        foreach (var column in columns) table.AddColumn(new TableColumn($"[dim]{Markup.Escape(column)}[/]"));
        foreach (var row in all) table.AddRow(row.Cells.Select(cell => new Markup(row.Style.Length > 0 ? $"[{row.Style}]{Markup.Escape(cell)}[/]" : Markup.Escape(cell))));
        Out.Write(table);
    }

    public void BlankLine() => Out.WriteLine();

    /// <summary>Writes what was collected for an output that is no terminal.</summary>
    public void Finish()
    {
        if (!isPlain) return;
        foreach (var line in _text.ToString().TrimEnd().Split('\n')) output.WriteLine(line.TrimEnd());
    }

    IAnsiConsole Plain()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_text),
        });
        console.Profile.Width = Unlimited;
        return console;
    }
}
