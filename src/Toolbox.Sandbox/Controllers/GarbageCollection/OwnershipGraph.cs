using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>Who owns whom, by uid. Owners that do not exist have dependents all the same.</summary>
sealed class OwnershipGraph
{
    static readonly IReadOnlyList<OwnedObject> None = [];
    readonly Lock _lock = new();
    readonly Dictionary<string, OwnedObject> _objects = [];
    readonly Dictionary<string, HashSet<string>> _dependents = [];

    public OwnedObject? Find(string uid)
    {
        lock (_lock) return _objects.GetValueOrDefault(uid);
    }

    public IReadOnlyList<OwnedObject> DependentsOf(string uid)
    {
        lock (_lock) return _dependents.TryGetValue(uid, out var dependents) ? [.. dependents.Select(dependent => _objects[dependent])] : None;
    }

    public void Put(OwnedObject item)
    {
        lock (_lock)
        {
            Unlink(item.Uid);
            _objects[item.Uid] = item;
            foreach (var owner in item.Owners)
            {
                if (!_dependents.TryGetValue(owner.Uid, out var dependents)) _dependents[owner.Uid] = dependents = [];
                dependents.Add(item.Uid);
            }
        }
    }

    public void Remove(string uid)
    {
        lock (_lock)
        {
            Unlink(uid);
            _objects.Remove(uid);
        }
    }

    /// <summary>Removes all objects of a resource that exists no more; answers with the uids of their dependents.</summary>
    public IReadOnlyList<string> Forget(ResourceType<JsonObject> type)
    {
        lock (_lock)
        {
            var forgotten = _objects.Values.Where(item => item.Type == type).ToList();
            foreach (var item in forgotten)
            {
                Unlink(item.Uid);
                _objects.Remove(item.Uid);
            }
            return [.. forgotten.SelectMany(item => _dependents.GetValueOrDefault(item.Uid) ?? []).Where(_objects.ContainsKey)];
        }
    }

    void Unlink(string uid)
    {
        if (!_objects.TryGetValue(uid, out var known)) return;
        foreach (var owner in known.Owners)
            if (_dependents.TryGetValue(owner.Uid, out var dependents) && dependents.Remove(uid) && dependents.Count == 0) _dependents.Remove(owner.Uid);
    }
}
