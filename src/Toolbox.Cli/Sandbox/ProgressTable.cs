using Spectre.Console;

namespace Toolbox.Cli.Sandbox;

/// <summary>The states of resources as a table.</summary>
static class ProgressTable
{
    /// <summary>Below this width, in characters, the detail stands under the state instead of beside it.</summary>
    const int Narrow = 110;

    // Output that is not a terminal has no width; wrapped names could not be searched for.
    const int Unlimited = 200;

    public static Table Of(IEnumerable<ResourceState> states, int width)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Kind", "Name", "State");
        if (width >= Narrow) table.AddColumn("Detail");
        foreach (var state in states) table.AddRow(Cells(state, width >= Narrow));
        return table;
    }

    /// <summary>What is not ready, for those who gave up waiting.</summary>
    public static void WriteMissing(IEnumerable<ResourceState> states)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = Unlimited;
        AnsiConsole.Write(Of(states.Where(state => !state.IsReady), AnsiConsole.Profile.Width));
    }

    static string[] Cells(ResourceState state, bool isWide)
    {
        var coloured = $"[{(state.IsReady ? "green" : "yellow")}]{Markup.Escape(state.State)}[/]";
        var detail = Markup.Escape(state.Detail);
        var stacked = detail.Length == 0 ? coloured : $"{coloured}\n[dim]{detail}[/]";
        return isWide
            ? [state.Kind, Markup.Escape(state.Name), coloured, detail]
            : [state.Kind, Markup.Escape(state.Name), stacked];
    }
}
