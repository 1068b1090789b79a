using System.Text;

namespace Toolbox.Cli.CommandLine;

/// <summary>Plain columns, as wide as their longest cell, that scripts can cut.</summary>
static class Columns
{
    const int Gap = 3;

    /// <summary>Lines without trailing blanks; every row has as many cells as there are titles.</summary>
    public static string Align(string[] titles, IEnumerable<string[]> rows)
    {
        string[][] all = [titles, .. rows];
        var widths = titles.Select((_, column) => all.Max(row => row[column].Length) + Gap).ToArray();
        var text = new StringBuilder();
        foreach (var row in all)
        {
            var line = string.Concat(row.Select((cell, column) => OneLine(cell).PadRight(widths[column])));
            text.Append(line.TrimEnd()).Append('\n');
        }
        return text.ToString().TrimEnd('\n');
    }

    static string OneLine(string cell) => cell.ReplaceLineEndings(" ");
}
