using Spectre.Console;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Output;

namespace Toolbox.Cli.Sandbox;

/// <summary>The states of resources as a table.</summary>
static class ProgressTable
{
    /// <summary>Below this width, in characters, the detail stands under the state instead of beside it.</summary>
    const int Narrow = 110;

    // Output that is not a terminal has no width; wrapped names could not be searched for.
    const int Unlimited = 200;

    public static Table Of(IEnumerable<ResourceState> states, Drawing drawing, int width)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Kind", "Name", "State");
        if (width >= Narrow) table.AddColumn("Detail");
        foreach (var state in states) table.AddRow(Cells(state, drawing, width >= Narrow));
        return table;
    }

    /// <summary>What is not ready, for those who gave up waiting.</summary>
    public static void WriteMissing(IEnumerable<ResourceState> states, Terminal terminal)
    {
        var drawing = new Drawing(terminal);
        var console = terminal.IsScreen ? drawing.Screen() : drawing.Text(terminal.Output, Unlimited);
        console.Write(Of(states.Where(state => !state.IsReady), drawing, console.Profile.Width));
    }

    static string[] Cells(ResourceState state, Drawing drawing, bool isWide)
    {
        var coloured = drawing.Markup(state.IsReady ? Tone.Good : Tone.Busy, state.State);
        var detail = Markup.Escape(state.Detail);
        var stacked = detail.Length == 0 ? coloured : $"{coloured}\n{drawing.Markup(Tone.Quiet, state.Detail)}";
        return isWide
            ? [state.Kind, Markup.Escape(state.Name), coloured, detail]
            : [state.Kind, Markup.Escape(state.Name), stacked];
    }
}
