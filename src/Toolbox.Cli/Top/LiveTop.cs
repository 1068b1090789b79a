using System.Text.Json.Nodes;
using Spectre.Console;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Top;

/// <summary>The table on a terminal: drawn anew when a watch tells of a change, and every second, since ages grow.</summary>
sealed class LiveTop(KubernetesApiClient client, string? @namespace)
{
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim _changed = new(0);

    public async Task Run(CancellationToken cancellation)
    {
        await using var clusters = Cache(ResourceKind.Cluster);
        await using var jobs = Cache(ResourceKind.Job);
        var following = Task.WhenAll(Follow(clusters, cancellation), Follow(jobs, cancellation));
        await AnsiConsole.Live(Draw(clusters, jobs)).AutoClear(false).Overflow(VerticalOverflow.Ellipsis).Cropping(VerticalOverflowCropping.Bottom).StartAsync(async view =>
        {
            while (!cancellation.IsCancellationRequested)
            {
                view.UpdateTarget(Draw(clusters, jobs));
                await Pause(cancellation);
            }
        });
        await following;
    }

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
        foreach (var row in rows.Skip(1)) table.AddRow([.. row.Select(cell => Paint(cell.Tone, cell.Text))]);
        var trouble = new[] { clusters.State, jobs.State }.OfType<CacheState.Stale>().FirstOrDefault();
        return trouble is null ? table : table.Caption(Paint(Tone.Bad, $"not up to date: {trouble.Reason}"));
    }

    static string Paint(Tone tone, string text) => tone switch
    {
        Tone.Good => $"[green]{Markup.Escape(text)}[/]",
        Tone.Busy => $"[yellow]{Markup.Escape(text)}[/]",
        Tone.Bad => $"[red]{Markup.Escape(text)}[/]",
        Tone.Quiet => $"[grey]{Markup.Escape(text)}[/]",
        _ => Markup.Escape(text),
    };
}
