namespace Toolbox.Cli.Output;

/// <summary>One row of a table; the style is one of Spectre.Console's markup, or empty.</summary>
sealed record TableRow(string Style, params string[] Cells);
