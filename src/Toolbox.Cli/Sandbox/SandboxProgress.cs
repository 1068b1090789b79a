using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Sandbox;

/// <summary>Follows deployments, clusters, jobs and pods of the sandbox's namespace as any client would: by watching.</summary>
sealed class SandboxProgress : IAsyncDisposable
{
    const string Group = "nextbreakpoint.com";

    readonly (ResourceCache<JsonObject> Cache, Func<JsonObject, ResourceState> Read)[] _kinds;

    public SandboxProgress(KubernetesApiClient client, string @namespace) => _kinds =
    [
        (Start(client, @namespace, ResourceTypes.Json(Group, "v1", "flinkdeployments", "FlinkDeployment")), ResourceStates.Deployment),
        (Start(client, @namespace, ResourceTypes.Json(Group, "v1", "flinkclusters", "FlinkCluster")), ResourceStates.Cluster),
        (Start(client, @namespace, ResourceTypes.Json(Group, "v1", "flinkjobs", "FlinkJob")), ResourceStates.Job),
        (Start(client, @namespace, ResourceTypes.Json("", "v1", "pods", "Pod")), ResourceStates.Pod),
    ];

    /// <summary>All states now, in the order of kinds and names.</summary>
    public IReadOnlyList<ResourceState> Now() =>
        [.. _kinds.SelectMany(kind => kind.Cache.Items.Select(kind.Read).OrderBy(state => state.Name, StringComparer.Ordinal))];

    /// <summary>Calls for every change, once for each kind at a time, until cancelled.</summary>
    public Task Follow(Action<ResourceState, bool> changed, CancellationToken cancellation) =>
        Task.WhenAll(_kinds.Select(kind => Follow(kind.Cache, kind.Read, changed, cancellation)));

    /// <summary>Whether something of the three own kinds is there, and all of it is ready.</summary>
    public bool IsReady(IReadOnlyCollection<(string Kind, string Name)> applied)
    {
        var states = Now().Where(state => state.Kind != "Pod").ToArray();
        return states.All(state => state.IsReady)
            && applied.All(item => states.Any(state => state.Kind == item.Kind && state.Name == item.Name));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (cache, _) in _kinds) await cache.DisposeAsync();
    }

    static async Task Follow(
        ResourceCache<JsonObject> cache, Func<JsonObject, ResourceState> read, Action<ResourceState, bool> changed, CancellationToken cancellation)
    {
        try
        {
            await foreach (var change in cache.Changes(cancellation)) changed(read(change.Subject), change is ResourceChange<JsonObject>.Deleted);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The sandbox ends.
        }
    }

    static ResourceCache<JsonObject> Start(KubernetesApiClient client, string @namespace, ResourceType<JsonObject> type) =>
        ResourceCache<JsonObject>.Start(client, type, new CacheOptions<JsonObject> { Namespace = @namespace });
}
