using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Output;

/// <summary>One row of a table, all of it in one tone.</summary>
sealed record TableRow(Tone Tone, params string[] Cells);
