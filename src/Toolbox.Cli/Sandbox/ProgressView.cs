using System.Collections.Concurrent;
using System.Globalization;
using Spectre.Console;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Output;

namespace Toolbox.Cli.Sandbox;

/// <summary>Shows progress: a live table on a terminal, one plain line for each change otherwise.</summary>
sealed class ProgressView(SandboxProgress progress, Terminal terminal)
{
    readonly ConcurrentDictionary<(string, string), string> _said = new();
    readonly SemaphoreSlim _changed = new(1);
    readonly IAnsiConsole _console = new Drawing(terminal).Screen();
    volatile string _announcement = "";

    public Task Run(CancellationToken cancellation) => terminal.IsScreen ? Live(cancellation) : progress.Follow(Say, cancellation);

    /// <summary>Says something about the whole: below the table, or on a line of its own.</summary>
    public void Announce(string text)
    {
        _announcement = text;
        if (terminal.IsScreen) Ring();
        else Console.WriteLine(text);
    }

    async Task Live(CancellationToken cancellation)
    {
        var following = progress.Follow((_, _) => Ring(), cancellation);
        // The pods come last: they are what a low terminal leaves out.
        await _console.Live(Table()).AutoClear(false).Overflow(VerticalOverflow.Ellipsis).Cropping(VerticalOverflowCropping.Bottom).StartAsync(async view =>
        {
            try
            {
                while (true)
                {
                    await _changed.WaitAsync(cancellation);
                    view.UpdateTarget(Table());
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                view.UpdateTarget(Table());
            }
        });
        await following;
    }

    void Ring()
    {
        lock (_changed)
            if (_changed.CurrentCount == 0) _changed.Release();
    }

    void Say(ResourceState state, bool deleted)
    {
        var line = deleted ? "deleted" : state.Detail.Length == 0 ? state.State : $"{state.State}  ({state.Detail})";
        if (_said.TryGetValue((state.Kind, state.Name), out var last) && last == line) return;
        _said[(state.Kind, state.Name)] = line;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss.fff}  {state.Kind,-15} {state.Name,-40} {line}"));
    }

    Table Table()
    {
        var table = ProgressTable.Of(progress.Now(), new Drawing(terminal), _console.Profile.Width);
        return _announcement.Length == 0 ? table : table.Caption(Markup.Escape(_announcement));
    }
}
