namespace Toolbox.Kubernetes.Events;

/// <summary>A dictionary that forgets what was not used for longest once it holds more than <paramref name="most"/> entries.</summary>
sealed class Recent<TKey, TValue>(int most) where TKey : notnull where TValue : class
{
    readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _entries = [];
    readonly LinkedList<(TKey Key, TValue Value)> _order = new();

    public int Count => _entries.Count;

    public TValue? Find(TKey key) => _entries.TryGetValue(key, out var node) ? node.Value.Value : null;

    public void Put(TKey key, TValue value)
    {
        Remove(key);
        _entries[key] = _order.AddFirst((key, value));
        if (_entries.Count > most) Remove(_order.Last!.Value.Key);
    }

    public void Remove(TKey key)
    {
        if (_entries.Remove(key, out var node)) _order.Remove(node);
    }
}
