using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>Everything of one namespace that the tests look at, by watch, with the history of the statuses.</summary>
sealed class Watched : IAsyncDisposable
{
    readonly Dictionary<string, ResourceCache<JsonObject>> _caches = [];
    readonly ConcurrentDictionary<string, ConcurrentQueue<StatusWrite>> _writes = new();
    readonly CancellationTokenSource _stop = new();
    readonly List<Task> _following = [];
    TaskCompletionSource _changed = New();

    public Watched(KubernetesApiClient client, string @namespace)
    {
        foreach (var type in Kinds.Watched)
        {
            var cache = ResourceCache<JsonObject>.Start(client, type, new CacheOptions<JsonObject> { Namespace = @namespace });
            _caches.Add(type.Kind, cache);
            _following.Add(Follow(type.Kind, cache));
        }
    }

    public Task Synced => Task.WhenAll(_caches.Values.Select(cache => cache.WhenSynced));

    public IEnumerable<JsonObject> All(ResourceType<JsonObject> type) => _caches[type.Kind].Items.OrderBy(item => item.Name(), StringComparer.Ordinal);

    public JsonObject? Find(ResourceType<JsonObject> type, string name) => _caches[type.Kind].Items.FirstOrDefault(item => item.Name() == name);

    /// <summary>How many statuses were seen so far, of all resources.</summary>
    public int Count => _writes.Values.Sum(writes => writes.Count);

    /// <summary>All statuses that a resource had, in their order; spec changes do not count.</summary>
    public IReadOnlyList<StatusWrite> Writes(ResourceType<JsonObject> type, string name) =>
        _writes.TryGetValue(Key(type.Kind, name), out var writes) ? [.. writes] : [];

    /// <summary>Looks at every change until there is an answer; null when there is none in time.</summary>
    public async Task<T?> Until<T>(Func<T?> look, TimeSpan patience) where T : class
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            // Taken before the look, so that a change during it is not missed.
            var changed = Volatile.Read(ref _changed).Task;
            if (look() is { } answer) return answer;
            var left = patience - clock.Elapsed;
            if (left <= TimeSpan.Zero) return null;
            await Task.WhenAny(changed, Timeout(changed, left));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_following);
        foreach (var cache in _caches.Values) await cache.DisposeAsync();
        _stop.Dispose();
    }

    static async Task Timeout(Task changed, TimeSpan left)
    {
        try
        {
            await changed.WaitAsync(left);
        }
        catch (TimeoutException)
        {
            // The caller looks once more and gives up.
        }
    }

    async Task Follow(string kind, ResourceCache<JsonObject> cache)
    {
        try
        {
            await foreach (var change in cache.Changes(_stop.Token))
            {
                if (change is not ResourceChange<JsonObject>.Deleted) Note(kind, change);
                Interlocked.Exchange(ref _changed, New()).TrySetResult();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The world ends.
        }
    }

    void Note(string kind, ResourceChange<JsonObject> change)
    {
        var before = change is ResourceChange<JsonObject>.Updated updated ? updated.Old["status"] : null;
        if (change.Subject["status"] is not { } status || JsonNode.DeepEquals(before, status)) return;
        _writes.GetOrAdd(Key(kind, change.Subject.Name()), _ => new()).Enqueue(new StatusWrite(DateTimeOffset.Now, (JsonObject)status.DeepClone()));
    }

    static string Key(string kind, string name) => $"{kind}/{name}";

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
