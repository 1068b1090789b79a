using Spectre.Console;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Output;

/// <summary>
/// A report for people: tables with borders on a terminal; where the output goes elsewhere, plain columns that are as wide as they need to
/// be, so that each row stays one line for grep.
/// </summary>
sealed class Page(Terminal terminal)
{
    const int Unlimited = 2000;

    readonly Drawing _drawing = new(terminal);
    readonly StringWriter _text = new() { NewLine = "\n" };
    IAnsiConsole? _console;

    IAnsiConsole Out => _console ??= _drawing.Text(_text, terminal.IsScreen ? _drawing.Screen().Profile.Width : Unlimited);

    public void Title(string text) => Text(text, Tone.Strong);

    public void Text(string text, Tone tone = Tone.Plain) => Out.MarkupLine(_drawing.Markup(tone, text));

    /// <summary>Labels with what they stand for; what is empty is left out.</summary>
    public void Labels(params (string Label, string Text)[] labels)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var (label, text) in labels.Where(item => item.Text.Length > 0)) grid.AddRow(_drawing.Markup(Tone.Quiet, label), Markup.Escape(text));
        Out.Write(grid);
    }

    /// <summary>A table below its title; nothing at all where there are no rows.</summary>
    public void Table(string title, string[] columns, IEnumerable<TableRow> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        Out.WriteLine();
        Title(title);
        var table = new Table().Border(terminal.IsScreen ? TableBorder.Rounded : TableBorder.None);
        foreach (var column in columns) table.AddColumn(new TableColumn(_drawing.Markup(Tone.Quiet, column)));
        foreach (var row in all) table.AddRow(row.Cells.Select(cell => new Markup(_drawing.Markup(row.Tone, cell))));
        Out.Write(table);
    }

    public void BlankLine() => Out.WriteLine();

    /// <summary>Writes what was collected.</summary>
    public void Finish()
    {
        foreach (var line in _text.ToString().TrimEnd().Split('\n')) terminal.Output.WriteLine(line.TrimEnd());
    }
}
