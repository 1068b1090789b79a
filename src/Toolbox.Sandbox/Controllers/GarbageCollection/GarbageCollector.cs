using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>
/// Deletes objects whose owners are all gone, and serves owners that wait: for the deletion of their dependents (foreground) or for
/// their release (orphan). Before anything is deleted the object and its owners are read afresh. Keys of its queue are uids.
/// </summary>
sealed class GarbageCollector : Controller
{
    static readonly TimeSpan NotFollowedYet = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan NotDecided = TimeSpan.FromSeconds(5);
    readonly OwnershipGraph _graph = new();
    readonly OwnershipSources _sources;
    readonly OwnerLookup _owners;
    readonly DependentWriter _writer;

    public GarbageCollector(ControllerContext context, ResourceDiscovery discovery) : base(context, "garbage-collector-controller")
    {
        _sources = new OwnershipSources(context, discovery, Take, Forget);
        _owners = new OwnerLookup(context, discovery, _graph, _sources.IsGone);
        _writer = new DependentWriter(context);
    }

    protected override IEnumerable<Task> Sources(CancellationToken cancellation) => [_sources.Run(cancellation)];

    void Take(ResourceType<JsonObject> type, ResourceChange<JsonObject> change)
    {
        var item = OwnedObject.Of(type, change.Subject);
        if (change is ResourceChange<JsonObject>.Deleted)
        {
            // First the graph, then the keys: whoever works on a key must already see the owner gone.
            _graph.Remove(item.Uid);
            foreach (var dependent in _graph.DependentsOf(item.Uid)) Queue.Add(Key(dependent.Uid));
        }
        else
        {
            _graph.Put(item);
            if (item.Owners.Count > 0 || item.DeletesDependents || item.OrphansDependents) Queue.Add(Key(item.Uid));
        }
        // An owner in foreground deletion waits for exactly such changes.
        foreach (var owner in item.Owners)
            if (_graph.Find(owner.Uid) is { DeletesDependents: true } waiting) Queue.Add(Key(waiting.Uid));
    }

    // A resource that is no longer served: its objects are not seen going, so their dependents have to ask.
    void Forget(ResourceType<JsonObject> type)
    {
        _owners.Remember(type);
        foreach (var dependent in _graph.Forget(type)) Queue.Add(Key(dependent));
    }

    protected override async Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation)
    {
        if (_graph.Find(key.Name) is not { } item) return null;
        if (item.OrphansDependents) await Orphan(item, cancellation);
        else if (item.DeletesDependents) await FinishForeground(item, cancellation);
        return item.Owners.Count > 0 && (!item.Deleting || item.DeletesDependents) ? await Judge(item, cancellation) : null;
    }

    async Task Orphan(OwnedObject owner, CancellationToken cancellation)
    {
        foreach (var dependent in _graph.DependentsOf(owner.Uid))
            await _writer.RemoveOwners(dependent, [owner.Uid], cancellation);
        await _writer.RemoveFinalizer(owner, OwnedObject.Orphan, cancellation);
    }

    async Task FinishForeground(OwnedObject owner, CancellationToken cancellation)
    {
        var dependents = _graph.DependentsOf(owner.Uid);
        var blocking = dependents.Where(dependent => dependent.Owners.Any(reference => reference.Uid == owner.Uid && reference.Blocks)).ToList();
        if (blocking.Count == 0) await _writer.RemoveFinalizer(owner, OwnedObject.Foreground, cancellation);
        foreach (var dependent in dependents.Where(dependent => !dependent.Deleting)) Queue.Add(Key(dependent.Uid));
    }

    /// <returns>When to look again, because an owner exists that the collector does not follow yet.</returns>
    async Task<TimeSpan?> Judge(OwnedObject known, CancellationToken cancellation)
    {
        var answer = await Client.Get(known.Type, known.Key.Namespace, known.Key.Name, cancellation);
        if (answer is Answer<JsonObject>.NotFound) return null;
        var live = answer.OrRetry($"reading {known.Type.Kind} {known.Key}");
        var item = OwnedObject.Of(known.Type, live);
        if (item.Uid != known.Uid || (item.Deleting && !item.DeletesDependents)) return null;
        var states = new List<(OwnerReference Owner, OwnerState State)>();
        foreach (var owner in item.Owners) states.Add((owner, await _owners.StateOf(owner, item, cancellation)));
        if (states.Count == 0 || states.Any(state => state.State == OwnerState.Unknown)) return NotDecided;
        foreach (var (owner, _) in states.Where(state => state.State == OwnerState.ElsewhereOnly))
            Warning(live, "OwnerRefInvalidNamespace",
                $"ownerRef [{owner.ApiVersion}/{owner.Kind}, namespace: {item.Key.Namespace}, name: {owner.Name}, uid: {owner.Uid}] does not exist in namespace \"{item.Key.Namespace}\"");
        await Act(live, item, states, cancellation);
        return states.Any(state => state.State == OwnerState.Present && _graph.Find(state.Owner.Uid) is null) ? NotFollowedYet : null;
    }

    async Task Act(JsonObject live, OwnedObject item, List<(OwnerReference Owner, OwnerState State)> states, CancellationToken cancellation)
    {
        var gone = states.Where(state => state.State is OwnerState.Absent or OwnerState.ElsewhereOnly).Select(state => state.Owner.Uid).ToList();
        var waiting = states.Where(state => state.State == OwnerState.DeletesDependents).Select(state => state.Owner.Uid).ToList();
        if (gone.Count + waiting.Count < states.Count)
        {
            // One good owner keeps the object; the references to the others go.
            if (gone.Count + waiting.Count > 0) await _writer.RemoveOwners(item, [.. gone, .. waiting], cancellation);
            return;
        }
        if (item.Deleting) return;
        var policy = waiting.Count > 0 && _graph.DependentsOf(item.Uid).Count > 0 ? "Foreground"
            : item.Finalizers.Contains(OwnedObject.Orphan) ? "Orphan"
            : item.Finalizers.Contains(OwnedObject.Foreground) ? "Foreground"
            : "Background";
        await _writer.Delete(item, ObjectMetadata.ResourceVersion(live), policy, cancellation);
    }

    static ObjectKey Key(string uid) => new("", uid);
}
