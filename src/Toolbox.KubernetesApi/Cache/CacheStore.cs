using System.Collections.Immutable;
using System.Threading.Channels;

namespace Toolbox.KubernetesApi;

/// <summary>
/// The content of a cache: objects by namespace and name, how far the server's history has been followed, and who wants to hear of
/// changes. Writers take turns, readers never wait.
/// </summary>
sealed class CacheStore<T>
{
    static readonly ImmutableDictionary<string, T> None = ImmutableDictionary<string, T>.Empty;
    readonly Lock _lock = new();
    readonly List<ChannelWriter<ResourceChange<T>>> _listeners = [];
    ImmutableDictionary<string, ImmutableDictionary<string, T>> _namespaces = ImmutableDictionary<string, ImmutableDictionary<string, T>>.Empty;
    string _position = "";

    /// <summary>The newest version that the server itself told; empty before the first list.</summary>
    public string Position => Volatile.Read(ref _position);

    public IReadOnlyDictionary<string, T> InNamespace(string name) =>
        Volatile.Read(ref _namespaces).TryGetValue(name, out var items) ? items : None;

    public IReadOnlyList<T> All() => [.. Volatile.Read(ref _namespaces).Values.SelectMany(items => items.Values)];

    public bool TryGet(ObjectKey key, out T value)
    {
        value = default!;
        return Volatile.Read(ref _namespaces).TryGetValue(key.Namespace, out var items) && items.TryGetValue(key.Name, out value!);
    }

    /// <summary>Takes over a whole list; what it lacks is deleted, unless a writer of ours has offered it since.</summary>
    public void Replace(IReadOnlyList<T> listed, string version)
    {
        lock (_lock)
        {
            // A server that lists at an older version than it told before has lost its history; then nothing we hold counts.
            var historyIsLost = ResourceVersions.IsLater(_position, version);
            var keys = listed.Select(ObjectMetadata.Key).ToHashSet();
            foreach (var held in All())
                if (!keys.Contains(ObjectMetadata.Key(held)) && (historyIsLost || !IsLater(held, version))) Remove(held);
            // Only a write of ours that the list does not know yet is better than the list, whatever the versions say.
            foreach (var item in listed)
                if (historyIsLost || !TryGet(ObjectMetadata.Key(item), out var held) || !IsLater(held, version)) Put(item, evenOlder: true);
            Volatile.Write(ref _position, version);
        }
    }

    /// <summary>An event of the watch: the object exists like this.</summary>
    public void Take(T value)
    {
        lock (_lock)
        {
            Put(value, evenOlder: false);
            Advance(ObjectMetadata.ResourceVersion(value));
        }
    }

    /// <summary>An event of the watch: the object is gone.</summary>
    public void TakeDeletion(T last)
    {
        lock (_lock)
        {
            var version = ObjectMetadata.ResourceVersion(last);
            // A successor that was offered meanwhile stays.
            if (TryGet(ObjectMetadata.Key(last), out var held) && !IsLater(held, version)) Remove(last);
            Advance(version);
        }
    }

    public void TakeBookmark(string version)
    {
        lock (_lock) Advance(version);
    }

    /// <summary>The answer of a write; false when the cache already knows better.</summary>
    public bool Offer(T value)
    {
        lock (_lock)
        {
            var version = ObjectMetadata.ResourceVersion(value);
            // Absent although the watch is past this version: it was deleted meanwhile.
            if (!TryGet(ObjectMetadata.Key(value), out _) && !ResourceVersions.IsLater(version, _position)) return false;
            return Put(value, evenOlder: false);
        }
    }

    /// <summary>Adds a listener, which first hears of everything that is there.</summary>
    public void Listen(ChannelWriter<ResourceChange<T>> listener)
    {
        lock (_lock)
        {
            foreach (var item in All()) listener.TryWrite(new ResourceChange<T>.Added(item));
            _listeners.Add(listener);
        }
    }

    public void Unlisten(ChannelWriter<ResourceChange<T>> listener)
    {
        lock (_lock) _listeners.Remove(listener);
    }

    /// <summary>Tells the listeners that nothing follows.</summary>
    public void Complete()
    {
        lock (_lock)
            foreach (var listener in _listeners) listener.TryComplete();
    }

    bool Put(T value, bool evenOlder)
    {
        var known = TryGet(ObjectMetadata.Key(value), out var held);
        if (known && !evenOlder && !IsLater(value, ObjectMetadata.ResourceVersion(held))) return false;
        if (known && ObjectMetadata.ResourceVersion(held) == ObjectMetadata.ResourceVersion(value) && ObjectMetadata.Uid(held) == ObjectMetadata.Uid(value)) return false;
        Set(value);
        if (!known) Tell(new ResourceChange<T>.Added(value));
        else if (ObjectMetadata.Uid(held) == ObjectMetadata.Uid(value)) Tell(new ResourceChange<T>.Updated(held, value));
        else
        {
            Tell(new ResourceChange<T>.Deleted(held));
            Tell(new ResourceChange<T>.Added(value));
        }
        return true;
    }

    void Set(T value)
    {
        var key = ObjectMetadata.Key(value);
        var items = _namespaces.GetValueOrDefault(key.Namespace, None);
        Volatile.Write(ref _namespaces, _namespaces.SetItem(key.Namespace, items.SetItem(key.Name, value)));
    }

    void Remove(T last)
    {
        var key = ObjectMetadata.Key(last);
        var items = _namespaces.GetValueOrDefault(key.Namespace, None).Remove(key.Name);
        Volatile.Write(ref _namespaces, items.IsEmpty ? _namespaces.Remove(key.Namespace) : _namespaces.SetItem(key.Namespace, items));
        Tell(new ResourceChange<T>.Deleted(last));
    }

    void Advance(string version)
    {
        if (ResourceVersions.IsLater(version, _position)) Volatile.Write(ref _position, version);
    }

    void Tell(ResourceChange<T> change)
    {
        foreach (var listener in _listeners) listener.TryWrite(change);
    }

    static bool IsLater(T value, string than) => ResourceVersions.IsLater(ObjectMetadata.ResourceVersion(value), than);
}
