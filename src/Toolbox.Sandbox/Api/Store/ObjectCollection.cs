using System.Collections.Immutable;

namespace Toolbox.Sandbox.Api.Store;

/// <summary>
/// All objects of one resource and the log of their latest changes. Writes happen under the store's lock; readers take the immutable
/// map or a position in the log without one.
/// </summary>
sealed class ObjectCollection(string name, long floor, int window)
{
    static readonly ImmutableSortedDictionary<string, StoredObject> Nothing =
        ImmutableSortedDictionary.Create<string, StoredObject>(StringComparer.Ordinal);

    readonly Lock _gate = new();
    readonly List<Change> _log = [];
    readonly ImmutableSortedDictionary<string, StoredObject> _start = Nothing;
    TaskCompletionSource _pulse = NewPulse();
    long _trimmed;

    /// <summary>The resource: its plural, a dot and its group.</summary>
    public string Name { get; } = name;

    /// <summary>Changes at or before this resource version are forgotten.</summary>
    public long Floor { get; private set; } = floor;

    /// <summary>The resource is no longer served: watches end.</summary>
    public bool IsClosed { get; private set; }

    public ImmutableSortedDictionary<string, StoredObject> Objects { get; private set; } = Nothing;

    public static string Key(string @namespace, string name) => @namespace.Length == 0 ? name : $"{@namespace}/{name}";

    public StoredObject? Find(string @namespace, string name) => Objects.GetValueOrDefault(Key(@namespace, name));

    public void Append(ChangeKind kind, StoredObject item, StoredObject? before)
    {
        TaskCompletionSource pulse;
        lock (_gate)
        {
            var key = Key(item.Namespace, item.Name);
            Objects = kind == ChangeKind.Deleted ? Objects.Remove(key) : Objects.SetItem(key, item);
            _log.Add(new Change(kind, item.Version, item, before, Objects));
            if (_log.Count > 2 * window) Trim();
            pulse = _pulse;
            _pulse = NewPulse();
        }
        pulse.SetResult();
    }

    public void Close()
    {
        TaskCompletionSource pulse;
        lock (_gate)
        {
            IsClosed = true;
            pulse = _pulse;
            _pulse = NewPulse();
        }
        pulse.SetResult();
    }

    /// <summary>The objects as they were at <paramref name="version"/>; null when that is forgotten.</summary>
    public ImmutableSortedDictionary<string, StoredObject>? At(long version)
    {
        lock (_gate)
        {
            if (version < Floor) return null;
            var index = After(version) - 1;
            if (index >= 0) return _log[index].After;
            return _trimmed == 0 ? _start : null;
        }
    }

    /// <summary>The position in the log of the first change after <paramref name="version"/>.</summary>
    public long PositionAfter(long version)
    {
        lock (_gate) return _trimmed + After(version);
    }

    /// <summary>
    /// The changes from <paramref name="position"/> on and a task that ends when there are more; no changes and null when the position has
    /// been forgotten.
    /// </summary>
    public (IReadOnlyList<Change> Changes, Task? More) ReadFrom(long position)
    {
        lock (_gate)
        {
            if (position < _trimmed) return ([], null);
            var start = (int)(position - _trimmed);
            return (start == _log.Count ? [] : _log.GetRange(start, _log.Count - start), _pulse.Task);
        }
    }

    void Trim()
    {
        var count = _log.Count - window;
        Floor = _log[count - 1].Version;
        _log.RemoveRange(0, count);
        _trimmed += count;
    }

    int After(long version)
    {
        var (low, high) = (0, _log.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_log[middle].Version <= version) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    static TaskCompletionSource NewPulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
