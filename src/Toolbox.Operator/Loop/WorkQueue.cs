namespace Toolbox.Operator.Loop;

/// <summary>
/// Keys that wait for a worker, each at most once. A key that is added while it is worked on waits until that is done, so no key is ever
/// worked on twice at a time. Timers are kept here too: the earliest one of a key counts, and working on the key takes it away.
/// </summary>
public sealed class WorkQueue(TimeProvider clock)
{
    readonly Lock _lock = new();
    readonly Queue<WorkKey>[] _ready = [new(), new()];
    readonly Dictionary<WorkKey, DateTimeOffset> _queued = [];
    readonly HashSet<WorkKey> _working = [];
    readonly Dictionary<WorkKey, WorkPriority> _again = [];
    readonly Dictionary<WorkKey, DateTimeOffset> _due = [];
    readonly PriorityQueue<WorkKey, DateTimeOffset> _timers = new();
    TaskCompletionSource _wake = NewWake();

    /// <summary>How many keys wait for a worker right now.</summary>
    public int Depth
    {
        get { lock (_lock) return _queued.Count; }
    }

    /// <summary>How long the key that has waited longest has been waiting; zero when none waits.</summary>
    public TimeSpan LongestWait
    {
        get { lock (_lock) return _queued.Count == 0 ? TimeSpan.Zero : clock.GetUtcNow() - _queued.Values.Min(); }
    }

    public void Add(WorkKey key, WorkPriority priority = WorkPriority.Change)
    {
        lock (_lock) Enqueue(key, priority);
    }

    /// <summary>Adds the key at a time, unless it is already to be added earlier.</summary>
    public void AddAt(WorkKey key, DateTimeOffset time)
    {
        lock (_lock)
        {
            if (_due.TryGetValue(key, out var earlier) && earlier <= time) return;
            _due[key] = time;
            _timers.Enqueue(key, time);
            Wake();
        }
    }

    /// <summary>The next key, as soon as there is one. Call <see cref="Done"/> when it has been worked on.</summary>
    public async Task<WorkKey> Take(CancellationToken cancellation)
    {
        while (true)
        {
            Task wake;
            TimeSpan? pause;
            lock (_lock)
            {
                Ripen();
                if (TryDequeue(out var key)) return key;
                wake = _wake.Task;
                pause = _timers.TryPeek(out _, out var next) ? next - clock.GetUtcNow() : null;
            }
            await Pause(wake, pause, cancellation);
        }
    }

    public void Done(WorkKey key)
    {
        lock (_lock)
        {
            _working.Remove(key);
            if (_again.Remove(key, out var priority)) Enqueue(key, priority);
        }
    }

    void Enqueue(WorkKey key, WorkPriority priority)
    {
        if (_working.Contains(key))
        {
            _again[key] = _again.TryGetValue(key, out var other) && other < priority ? other : priority;
            return;
        }
        if (!_queued.TryAdd(key, clock.GetUtcNow())) return;
        _ready[(int)priority].Enqueue(key);
        Wake();
    }

    bool TryDequeue(out WorkKey key)
    {
        foreach (var queue in _ready)
        {
            if (!queue.TryDequeue(out key)) continue;
            _queued.Remove(key);
            _working.Add(key);
            _due.Remove(key);
            return true;
        }
        key = default;
        return false;
    }

    // A timer that was overtaken by an earlier one, or whose key was worked on since, is no longer in _due and is dropped.
    void Ripen()
    {
        var now = clock.GetUtcNow();
        while (_timers.TryPeek(out var key, out var time) && time <= now)
        {
            _timers.Dequeue();
            if (_due.TryGetValue(key, out var due) && due == time)
            {
                _due.Remove(key);
                Enqueue(key, WorkPriority.Timer);
            }
        }
    }

    async Task Pause(Task wake, TimeSpan? pause, CancellationToken cancellation)
    {
        if (pause is not { } limit)
        {
            await wake.WaitAsync(cancellation);
            return;
        }
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var delay = Task.Delay(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, clock, timer.Token);
        await Task.WhenAny(wake, delay);
        await timer.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    void Wake()
    {
        _wake.TrySetResult();
        _wake = NewWake();
    }

    static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
