using System.Text.Json.Nodes;
using Spectre.Console;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Output;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Top;

/// <summary>The table on a terminal: drawn anew when a watch tells of a change, and every second, since ages grow; until q or Ctrl-C.</summary>
sealed class LiveTop(KubernetesApiClient client, string? @namespace, Terminal terminal)
{
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim _changed = new(0);
    readonly Drawing _drawing = new(terminal);
    readonly IAnsiConsole _console = new Drawing(terminal).Screen();

    public async Task Run(CancellationToken interruption)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(interruption);
        QuitKey.Await(end);
        await Show(end.Token);
    }

    async Task Show(CancellationToken cancellation)
    {
        await using var clusters = Cache(ResourceKind.Cluster);
        await using var jobs = Cache(ResourceKind.Job);
        var following = Task.WhenAll(Follow(clusters, cancellation), Follow(jobs, cancellation));
        while (!cancellation.IsCancellationRequested)
        {
            var size = Size;
            await _console.Live(Draw(clusters, jobs)).AutoClear(false).Overflow(VerticalOverflow.Ellipsis).Cropping(VerticalOverflowCropping.Bottom).StartAsync(async view =>
            {
                while (!cancellation.IsCancellationRequested && size == Size)
                {
                    view.UpdateTarget(Draw(clusters, jobs));
                    await Pause(cancellation);
                }
            });
            // In a window of another size lines are broken elsewhere, and a view never becomes smaller: another one begins.
            if (size != Size) _console.Clear();
        }
        await following;
    }

    (int Width, int Height) Size => (_console.Profile.Width, _console.Profile.Height);

    ResourceCache<JsonObject> Cache(ResourceKind kind) => ResourceCache<JsonObject>.Start(client, kind.Type, new CacheOptions<JsonObject> { Namespace = @namespace });

    async Task Pause(CancellationToken cancellation)
    {
        try
        {
            await _changed.WaitAsync(Tick, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how one leaves.
        }
    }

    async Task Follow(ResourceCache<JsonObject> cache, CancellationToken cancellation)
    {
        try
        {
            await foreach (var _ in cache.Changes(cancellation))
                if (_changed.CurrentCount == 0) _changed.Release();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The table has been left.
        }
    }

    Table Draw(ResourceCache<JsonObject> clusters, ResourceCache<JsonObject> jobs)
    {
        var rows = TopTable.Rows(clusters.Items, jobs.Items, TimeProvider.System.GetUtcNow()).ToList();
        var table = new Table().Border(TableBorder.Simple).AddColumns([.. rows[0].Select(title => Markup.Escape(title.Text))]);
        foreach (var row in rows.Skip(1)) table.AddRow([.. row.Select(cell => _drawing.Markup(cell.Tone, cell.Text))]);
        var trouble = new[] { clusters.State, jobs.State }.OfType<CacheState.Stale>().FirstOrDefault();
        return trouble is null ? table : table.Caption(_drawing.Markup(Tone.Bad, $"not up to date: {trouble.Reason}"));
    }
}
