using System.Diagnostics;
using Toolbox.Cli.CommandLine;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox;

namespace Toolbox.Cli.Sandbox;

/// <summary>What happens in a started sandbox: operator, files, progress, and the end.</summary>
sealed class SandboxRun(SandboxWorld world, bool noOperator, Terminal terminal)
{
    // How often readiness is looked at; the states themselves come by watch.
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    static readonly TimeSpan AddressPatience = TimeSpan.FromSeconds(10);

    /// <param name="patience">Until when all must be ready; null goes on until told to end.</param>
    public async Task<int> Run(IReadOnlyList<(string File, string Text)> texts, TimeSpan? patience, CancellationToken cancellation)
    {
        await using var progress = new SandboxProgress(world.Client, world.Namespace);
        if (!noOperator) await world.ApplyAsync(EmbeddedManifests.Operator(world.Namespace), cancellation);
        var clock = Stopwatch.StartNew();
        var address = noOperator ? Task.FromResult<string?>(null) : OperatorAddress(cancellation);
        var applied = new List<(string Kind, string Name)>();
        foreach (var (file, text) in texts) applied.AddRange(await Apply(file, text, cancellation));
        if (await address is { } host) Console.WriteLine($"REST API        http://{host}:4444/api/v1");
        using var showing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var view = new ProgressView(progress, terminal);
        var showingAll = view.Run(showing.Token);
        var own = applied.Where(item => item.Kind.StartsWith("Flink", StringComparison.Ordinal)).ToArray();
        var ready = await UntilReady(progress, own, patience, clock, cancellation);
        if (ready && own.Length > 0) view.Announce($"Everything is ready after {clock.Elapsed.TotalSeconds:0.0} s.");
        if (patience is null)
        {
            await showingAll;
            return ExitCodes.Done;
        }
        await showing.CancelAsync();
        await showingAll;
        if (ready) return ExitCodes.Done;
        Console.WriteLine($"Not everything is ready after {clock.Elapsed.TotalSeconds:0} s:");
        ProgressTable.WriteMissing(progress.Now(), terminal);
        return ExitCodes.Failed;
    }

    async Task<IReadOnlyList<(string Kind, string Name)>> Apply(string file, string text, CancellationToken cancellation)
    {
        try
        {
            return await world.ApplyAsync(text, cancellation);
        }
        catch (SandboxException error)
        {
            throw new RefusalException($"{file}: {error.Message}", error);
        }
    }

    // The node gives each pod an address of its own before its process starts; without one there is nothing to say.
    async Task<string?> OperatorAddress(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < AddressPatience)
        {
            var answer = await world.Client.List(ResourceTypes.Pods, world.Namespace, new ListOptions { LabelSelector = "app=flink-operator" }, cancellation);
            if (answer.IsOk(out var pods) && pods.Items.Where(pod => pod.Metadata.DeletionTimestamp is null && pod.Status?.Phase is "Pending" or "Running").Select(pod => pod.Status.PodIP).FirstOrDefault(ip => !string.IsNullOrEmpty(ip)) is { } ip) return ip;
            await Task.Delay(Look, cancellation);
        }
        return null;
    }

    static async Task<bool> UntilReady(
        SandboxProgress progress, IReadOnlyCollection<(string Kind, string Name)> own, TimeSpan? patience, Stopwatch clock, CancellationToken cancellation)
    {
        while (!progress.IsReady(own))
        {
            if (patience is { } limit && clock.Elapsed > limit) return false;
            await Task.Delay(Look, cancellation);
        }
        return true;
    }
}
