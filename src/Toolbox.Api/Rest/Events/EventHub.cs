using System.Globalization;
using System.Threading.Channels;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Rest.Events;

/// <summary>
/// Follows the three caches once and tells every client of the stream, each through a queue of its own that is bounded: who does not keep
/// up is dropped and may come back with the id of its last event. The newest events are remembered for that; older ids begin anew.
/// </summary>
sealed class EventHub : IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly RestOptions _options;
    // Numbers of another process, or of this one before a restart, mean nothing here.
    readonly string _epoch = Guid.NewGuid().ToString("n")[..8];
    readonly Queue<ResourceEvent> _recent = new();
    readonly SortedDictionary<(string Kind, string Name), (string Essence, string Data)> _present = [];
    readonly HashSet<EventSubscription> _clients = [];
    readonly CancellationTokenSource _stop = new();
    readonly Task _following;
    long _number;
    bool _stopped;

    public EventHub(RestOptions options, RestWorld world)
    {
        _options = options;
        _following = Task.WhenAll(Follow(world.Deployments), Follow(world.Clusters), Follow(world.Jobs));
    }

    /// <summary>What a client sends back as Last-Event-ID.</summary>
    public string Id(long number) => string.Create(CultureInfo.InvariantCulture, $"{_epoch}-{number}");

    /// <summary>Null when there are as many clients as allowed, or the server ends.</summary>
    /// <param name="lastId">The client's Last-Event-ID; empty when it has none.</param>
    public EventSubscription? Subscribe(string lastId)
    {
        lock (_lock)
        {
            if (_stopped || _clients.Count >= _options.MostEventClients) return null;
            var missed = Missed(lastId);
            IReadOnlyList<string> present = missed is null ? [.. _present.Values.Select(item => item.Data)] : [];
            var changes = Channel.CreateBounded<ResourceEvent>(new BoundedChannelOptions(_options.EventQueue) { SingleReader = true });
            var client = new EventSubscription(_number, missed, present, changes, Leave);
            _clients.Add(client);
            return client;
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_stopped) return;
            _stopped = true;
            foreach (var client in _clients.ToList()) client.Drop();
        }
        await _stop.CancelAsync();
        await _following;
        _stop.Dispose();
    }

    async Task Follow(ResourceCache<FlinkResource> cache)
    {
        try
        {
            await foreach (var change in cache.Changes(_stop.Token)) Take(change);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    void Take(ResourceChange<FlinkResource> change)
    {
        var (key, data) = ((change.Subject.Kind, change.Subject.Name), ResourceSummary.Data(change.Subject));
        lock (_lock)
        {
            if (change is ResourceChange<FlinkResource>.Deleted)
            {
                if (_present.Remove(key)) Tell("deleted", data);
                return;
            }
            var essence = ResourceSummary.Essence(change.Subject);
            var known = _present.TryGetValue(key, out var held);
            _present[key] = (essence, data);
            if (!known || held.Essence != essence) Tell(known ? "changed" : "added", data);
        }
    }

    void Tell(string change, string data)
    {
        var told = new ResourceEvent(++_number, change, data);
        _recent.Enqueue(told);
        if (_recent.Count > _options.RememberedEvents) _recent.Dequeue();
        foreach (var client in _clients.Where(client => !client.Offer(told)).ToList())
        {
            _clients.Remove(client);
            client.Drop();
        }
    }

    List<ResourceEvent>? Missed(string lastId)
    {
        var parts = lastId.Split('-');
        if (parts.Length != 2 || parts[0] != _epoch || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)) return null;
        var oldest = _recent.TryPeek(out var first) ? first.Number : _number + 1;
        return last >= oldest - 1 && last <= _number ? [.. _recent.Where(item => item.Number > last)] : null;
    }

    void Leave(EventSubscription client)
    {
        lock (_lock) _clients.Remove(client);
    }
}
