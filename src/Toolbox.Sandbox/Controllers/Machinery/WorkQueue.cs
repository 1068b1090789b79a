using System.Threading.Channels;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Controllers.Machinery;

/// <summary>
/// Keys that want attention. A key waits at most once, is never handed to two workers at the same time, and comes again when it was
/// added while being worked on.
/// </summary>
sealed class WorkQueue(TimeProvider time) : IDisposable
{
    readonly Lock _lock = new();
    readonly HashSet<ObjectKey> _waiting = [];
    readonly HashSet<ObjectKey> _working = [];
    readonly Dictionary<ObjectKey, ITimer> _later = [];
    readonly Channel<ObjectKey> _ready = Channel.CreateUnbounded<ObjectKey>();
    bool _closed;

    public void Add(ObjectKey key)
    {
        lock (_lock)
            if (_waiting.Add(key) && !_working.Contains(key)) _ready.Writer.TryWrite(key);
    }

    /// <summary>Adds the key after a while; replaces what was asked for this key before.</summary>
    public void AddAfter(ObjectKey key, TimeSpan delay)
    {
        lock (_lock)
        {
            if (_closed) return;
            if (_later.Remove(key, out var before)) before.Dispose();
            _later[key] = time.CreateTimer(_ => Add(key), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    public async ValueTask<ObjectKey> Take(CancellationToken cancellation)
    {
        var key = await _ready.Reader.ReadAsync(cancellation);
        lock (_lock)
        {
            _waiting.Remove(key);
            _working.Add(key);
            if (_later.Remove(key, out var timer)) timer.Dispose();
        }
        return key;
    }

    public void Done(ObjectKey key)
    {
        lock (_lock)
            if (_working.Remove(key) && _waiting.Contains(key)) _ready.Writer.TryWrite(key);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var timer in _later.Values) timer.Dispose();
            _later.Clear();
        }
    }
}
