using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>Follows every resource that can own or be owned, also those that appear and go with custom resource definitions.</summary>
sealed class OwnershipSources(
    ControllerContext context, ResourceDiscovery discovery, Action<ResourceType<JsonObject>, ResourceChange<JsonObject>> tell, Action<ResourceType<JsonObject>> gone)
{
    // Events are many, and nobody owns them.
    static readonly string[] Ignored = ["/events", "events.k8s.io/events"];
    static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(250);
    readonly ConcurrentDictionary<string, bool> _goneDefinitions = new();
    readonly Dictionary<string, (ResourceType<JsonObject> Type, CancellationTokenSource Stop, Task Following)> _followed = [];

    /// <summary>True when the definition of this custom resource was seen going, so that none of its objects can exist.</summary>
    public bool IsGone(ResourceType<JsonObject> type) => _goneDefinitions.ContainsKey($"{type.Plural}.{type.Group}");

    public async Task Run(CancellationToken cancellation)
    {
        var definitions = context.Caches.Of(Resources.Definitions);
        using var changed = new SemaphoreSlim(1);
        var listening = Listen(definitions, changed, cancellation);
        try
        {
            while (true)
            {
                // A new resource is served a moment after its definition has been stored, so after each change two looks are taken.
                var soon = await changed.WaitAsync(context.Options.DiscoveryPeriod, cancellation);
                await Synchronize(cancellation);
                if (!soon) continue;
                await Task.Delay(Settle, context.Time, cancellation);
                await Synchronize(cancellation);
            }
        }
        finally
        {
            await listening.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            foreach (var (_, stop, _) in _followed.Values) stop.Dispose();
        }
    }

    async Task Listen(ResourceCache<JsonObject> definitions, SemaphoreSlim changed, CancellationToken cancellation)
    {
        await foreach (var change in definitions.Changes(cancellation))
        {
            if (change is ResourceChange<JsonObject>.Deleted) _goneDefinitions[change.Key.Name] = true;
            else _goneDefinitions.TryRemove(change.Key.Name, out _);
            if (changed.CurrentCount == 0) changed.Release();
        }
    }

    async Task Synchronize(CancellationToken cancellation)
    {
        IReadOnlyList<ResourceType<JsonObject>> types;
        try
        {
            types = await discovery.Read(cancellation);
        }
        catch (RetryException exception)
        {
            context.Log.Debug("resources could not be discovered: {Reason}", exception.Message);
            return;
        }
        var present = types.ToDictionary(type => $"{type.Group}/{type.Plural}");
        foreach (var name in _followed.Keys.Except(present.Keys).ToList()) await Drop(name);
        foreach (var (name, type) in present)
            if (!Ignored.Contains(name) && !_followed.ContainsKey(name)) Take(name, type, cancellation);
    }

    void Take(string name, ResourceType<JsonObject> type, CancellationToken cancellation)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _followed[name] = (type, stop, Follow(type, stop.Token));
    }

    async Task Drop(string name)
    {
        _followed.Remove(name, out var source);
        await source.Stop.CancelAsync();
        await source.Following;
        source.Stop.Dispose();
        await context.Caches.Forget(source.Type);
        gone(source.Type);
    }

    async Task Follow(ResourceType<JsonObject> type, CancellationToken cancellation)
    {
        try
        {
            await foreach (var change in context.Caches.OwnershipOf(type).Changes(cancellation)) tell(type, change);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }
}
