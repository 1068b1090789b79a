using System.Collections.Concurrent;
using Spectre.Console;

namespace Toolbox.Cli.Sandbox;

/// <summary>Shows progress: a live table on a terminal, one plain line for each change otherwise.</summary>
sealed class ProgressView(SandboxProgress progress)
{
    readonly ConcurrentDictionary<(string, string), string> _said = new();

    public Task Run(CancellationToken cancellation) => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
        ? Live(cancellation)
        : progress.Follow(Say, cancellation);

    /// <summary>The table of what is not ready, for those who gave up waiting.</summary>
    public static void ShowMissing(IEnumerable<ResourceState> states) => AnsiConsole.Write(Table(states.Where(state => !state.IsReady)));

    async Task Live(CancellationToken cancellation)
    {
        using var changed = new SemaphoreSlim(1);
        var following = progress.Follow((_, _) => Release(changed), cancellation);
        await AnsiConsole.Live(Table(progress.Now())).AutoClear(false).StartAsync(async view =>
        {
            try
            {
                while (true)
                {
                    await changed.WaitAsync(cancellation);
                    view.UpdateTarget(Table(progress.Now()));
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                view.UpdateTarget(Table(progress.Now()));
            }
        });
        await following;
    }

    static void Release(SemaphoreSlim changed)
    {
        lock (changed)
            if (changed.CurrentCount == 0) changed.Release();
    }

    void Say(ResourceState state, bool deleted)
    {
        var line = deleted ? "deleted" : state.Detail.Length == 0 ? state.State : $"{state.State}  ({state.Detail})";
        if (_said.TryGetValue((state.Kind, state.Name), out var last) && last == line) return;
        _said[(state.Kind, state.Name)] = line;
        Console.WriteLine($"{DateTime.Now:HH:mm:ss.fff}  {state.Kind,-15} {state.Name,-40} {line}");
    }

    static Table Table(IEnumerable<ResourceState> states)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Kind", "Name", "State", "Detail");
        foreach (var state in states)
            table.AddRow(Markup.Escape(state.Kind), Markup.Escape(state.Name),
                $"[{(state.IsReady ? "green" : "yellow")}]{Markup.Escape(state.State)}[/]", Markup.Escape(state.Detail));
        return table;
    }
}
