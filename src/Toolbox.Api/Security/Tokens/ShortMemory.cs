using System.Collections.Concurrent;

namespace Toolbox.Api.Security.Tokens;

/// <summary>Answers that stay good for a short while; bounded, so that strangers cannot fill it.</summary>
sealed class ShortMemory<TKey, TValue>(TimeSpan lifetime, int capacity, TimeProvider clock) where TKey : notnull
{
    readonly ConcurrentDictionary<TKey, (TValue Value, long Since)> _known = new();

    public bool TryGet(TKey key, out TValue value)
    {
        var known = _known.TryGetValue(key, out var entry) && clock.GetElapsedTime(entry.Since) < lifetime;
        value = entry.Value;
        return known;
    }

    public void Keep(TKey key, TValue value)
    {
        if (_known.Count >= capacity)
            foreach (var (old, entry) in _known)
                if (clock.GetElapsedTime(entry.Since) >= lifetime) _known.TryRemove(old, out _);
        // All of them young: then whoever comes is asked about each time, which only costs time.
        if (_known.Count < capacity) _known[key] = (value, clock.GetTimestamp());
    }
}
