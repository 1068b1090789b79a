using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Controllers.Machinery;

/// <summary>One cache per resource, shared by whoever needs it.</summary>
sealed class ClusterCaches(KubernetesApiClient client, TimeProvider time) : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, Lazy<ResourceCache<JsonObject>>> _caches = new();
    readonly ConcurrentDictionary<string, bool> _whole = new();

    /// <summary>The cache with whole objects. Controllers ask for theirs before the garbage collector does.</summary>
    public ResourceCache<JsonObject> Of(ResourceType<JsonObject> type)
    {
        _whole[Name(type)] = true;
        return Get(type, ObjectMetadata.WithoutManagedFields);
    }

    /// <summary>The whole cache where a controller has one, else one that keeps only what the garbage collector looks at.</summary>
    public ResourceCache<JsonObject> OwnershipOf(ResourceType<JsonObject> type) => Get(type, Ownership);

    /// <summary>Ends following a resource that exists no more, unless a controller needs it.</summary>
    public async Task Forget(ResourceType<JsonObject> type)
    {
        if (_whole.ContainsKey(Name(type))) return;
        if (_caches.TryRemove(Name(type), out var cache)) await cache.Value.DisposeAsync();
    }

    /// <summary>Done when every cache that was asked for so far has read its first list.</summary>
    public Task WhenSynced(CancellationToken cancellation) =>
        Task.WhenAll(_caches.Values.Select(cache => cache.Value.WhenSynced)).WaitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var cache in _caches.Values) await cache.Value.DisposeAsync();
    }

    ResourceCache<JsonObject> Get(ResourceType<JsonObject> type, Func<JsonObject, JsonObject> trim) =>
        _caches.GetOrAdd(Name(type), _ => new Lazy<ResourceCache<JsonObject>>(() => ResourceCache<JsonObject>.Start(
            client, type, new CacheOptions<JsonObject> { Time = time, Trim = trim, FirstDelay = TimeSpan.FromMilliseconds(20), LongestDelay = TimeSpan.FromSeconds(5) })))
            .Value;

    static string Name(ResourceType<JsonObject> type) => $"{type.Group}/{type.Plural}";

    static JsonObject Ownership(JsonObject item)
    {
        var metadata = new JsonObject();
        foreach (var name in (string[])["name", "namespace", "uid", "resourceVersion", "deletionTimestamp", "ownerReferences", "finalizers"])
            if (item.At("metadata", name) is { } value) metadata[name] = value.DeepClone();
        return new JsonObject
        {
            ["apiVersion"] = item.TextAt("apiVersion"),
            ["kind"] = item.TextAt("kind"),
            ["metadata"] = metadata,
        };
    }
}
