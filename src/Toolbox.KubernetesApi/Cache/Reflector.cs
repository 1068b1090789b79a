namespace Toolbox.KubernetesApi;

/// <summary>Fills a store: list, watch from there, resume, and list again when the server has forgotten the place.</summary>
sealed class Reflector<T>(KubernetesApiClient client, ResourceType<T> type, CacheOptions<T> options, CacheStore<T> store)
{
    // A watch that ends sooner without having told anything counts as a failure, else a hasty server would make us spin.
    static readonly TimeSpan ShortestWatch = TimeSpan.FromSeconds(1);
    readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Backoff _backoff = new(options.FirstDelay, options.LongestDelay);
    CacheState _state = new CacheState.Starting();
    long _restarts;
    long _lastEventTicks;
    bool _streamBroke;

    public Task WhenSynced => _synced.Task;

    public CacheState State => Volatile.Read(ref _state);

    public long Restarts => Interlocked.Read(ref _restarts);

    public DateTimeOffset? LastEventAt =>
        Interlocked.Read(ref _lastEventTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public async Task Run(CancellationToken cancellation)
    {
        try
        {
            var listed = false;
            while (true)
            {
                TimeSpan? delay;
                if (!listed) (listed, delay) = await List(cancellation);
                else if (_streamBroke && await HistoryIsLost(cancellation)) (listed, delay) = (false, null);
                else (listed, delay) = await Watch(cancellation);
                if (delay is { } wait) await Task.Delay(wait, options.Time, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _synced.TrySetCanceled(cancellation);
        }
        catch (Exception exception)
        {
            // Only an error in the program gets here; whoever waits for the cache shall see it.
            MarkStale($"the cache has stopped: {exception.Message}");
            _synced.TrySetException(exception);
        }
    }

    async Task<(bool Listed, TimeSpan? Delay)> List(CancellationToken cancellation)
    {
        var answer = await client.ListAll(type, options.Namespace, ListOptions(options.PageSize), cancellation);
        if (!answer.IsOk(out var list))
        {
            MarkStale(answer.Describe());
            return (false, Later((answer as Answer<ResourceList<T>>.Throttled)?.RetryAfter));
        }
        store.Replace([.. list.Items.Select(options.Trim)], list.ResourceVersion);
        MarkFresh();
        _streamBroke = false;
        _synced.TrySetResult();
        return (true, null);
    }

    /// <summary>
    /// A server that came back may have lost its history (restored, or a sandbox in memory); a watch from a version of the future would
    /// then wait in silence. One item is enough to learn the version of the collection, and, since a new server may have counted as far
    /// as the old one meanwhile, whether its objects are still those that we hold.
    /// </summary>
    async Task<bool> HistoryIsLost(CancellationToken cancellation)
    {
        var answer = await client.List(type, options.Namespace, ListOptions(1), cancellation);
        // Nobody answers now, so whoever answers later may be another server.
        if (!answer.IsOk(out var list)) return true;
        _streamBroke = false;
        return ResourceVersions.IsLater(store.Position, list.ResourceVersion) || !IsFamiliar(list);
    }

    // An object that is new to us may also have been created while nobody listened; then the list anew costs little.
    bool IsFamiliar(ResourceList<T> list) => list.Items.Count == 0
        ? store.All().Count == 0
        : store.TryGet(ObjectMetadata.Key(list.Items[0]), out var held) && ObjectMetadata.Uid(held) == ObjectMetadata.Uid(list.Items[0]);

    async Task<(bool Listed, TimeSpan? Delay)> Watch(CancellationToken cancellation)
    {
        var (listed, failed, silent, opened) = (true, false, true, false);
        TimeSpan? retryAfter = null;
        var begun = options.Time.GetTimestamp();
        await foreach (var next in client.Watch(type, options.Namespace, WatchOptions(), Opened, cancellation))
        {
            switch (next)
            {
                case WatchEvent<T>.Added added: store.Take(options.Trim(added.Value)); break;
                case WatchEvent<T>.Modified modified: store.Take(options.Trim(modified.Value)); break;
                case WatchEvent<T>.Deleted deleted: store.TakeDeletion(options.Trim(deleted.Value)); break;
                case WatchEvent<T>.Bookmark bookmark: store.TakeBookmark(bookmark.ResourceVersion); break;
                case WatchEvent<T>.Expired: (listed, failed) = (false, true); break;
                case WatchEvent<T>.Failed failure:
                    // A server that could not be reached may be another one when it comes back; a watch would not tell.
                    (failed, retryAfter, _streamBroke, listed) = (true, failure.RetryAfter, true, opened || failure.RetryAfter is not null);
                    MarkStale(failure.Reason);
                    break;
            }
            if (failed) break;
            silent = false;
            _backoff.Succeeded();
            Interlocked.Exchange(ref _lastEventTicks, options.Time.GetUtcNow().UtcTicks);
        }
        if (failed) Interlocked.Increment(ref _restarts);
        // A server that shuts down ends its watches in good order too, but before their time: who answers next may be another one.
        if (!failed && options.Time.GetElapsedTime(begun) < WatchOptions().EffectiveTimeout - ShortestWatch) _streamBroke = true;
        var hasty = silent && options.Time.GetElapsedTime(begun) < ShortestWatch;
        // A server that is about to stop ends watches so; the next one may be another.
        return (listed && (failed || !hasty), failed || hasty ? Later(retryAfter) : null);

        void Opened()
        {
            opened = true;
            MarkFresh();
        }
    }

    TimeSpan Later(TimeSpan? atLeast)
    {
        var delay = _backoff.Failed();
        return atLeast > delay ? atLeast.Value : delay;
    }

    void MarkFresh() => Volatile.Write(ref _state, new CacheState.Fresh());

    void MarkStale(string reason)
    {
        var since = State is CacheState.Stale stale ? stale.Since : options.Time.GetUtcNow();
        Volatile.Write(ref _state, new CacheState.Stale(since, reason));
    }

    ListOptions ListOptions(int limit) => new()
    {
        LabelSelector = options.LabelSelector,
        FieldSelector = options.FieldSelector,
        Limit = limit,
    };

    WatchOptions WatchOptions() => new()
    {
        LabelSelector = options.LabelSelector,
        FieldSelector = options.FieldSelector,
        ResourceVersion = store.Position,
        Timeout = options.WatchTimeout,
        Jitter = options.Jitter,
    };
}
