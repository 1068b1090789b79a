namespace Toolbox.KubernetesApi;

/// <summary>
/// Lets one of several processes work at a time, by a Lease (coordination.k8s.io). The work is told to stop before the lease may pass
/// to another process, and the lease is given up only after the work has ended; the others see that at once through a watch.
/// </summary>
public sealed class LeaderElection
{
    // Leaving shall not hang on an API server that is away.
    static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(3);
    readonly KubernetesApiClient _client;
    readonly LeaderElectionOptions _options;
    readonly Action<LeadershipEvent> _tell;
    readonly LeaseLock _lock;
    string _leader = "";
    volatile bool _leading;

    /// <param name="tell">Hears of every event, in order; must return quickly.</param>
    public LeaderElection(KubernetesApiClient client, LeaderElectionOptions options, Action<LeadershipEvent>? tell = null)
    {
        options.Check();
        (_client, _options, _tell) = (client, options, tell ?? (_ => { }));
        _lock = new LeaseLock(client, options);
    }

    public bool IsLeading => _leading;

    /// <summary>Contends until stopped; whenever elected, runs the work, whose token is cancelled when leading ends for any reason.</summary>
    /// <param name="work">When it returns by itself while leading, the lease is given up and this method returns.</param>
    public async Task Run(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            await using var changes = new LeaseSignal(_client, _options);
            while (true)
            {
                await Acquire(changes, stop);
                if (await Lead(work, stop)) return;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Release();
        }
    }

    async Task Acquire(LeaseSignal changes, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            switch (await _lock.AcquireOrRenew(stop))
            {
                case LeaseAttempt.Held:
                    See(_options.Identity);
                    return;
                case LeaseAttempt.HeldByOther other:
                    See(other.Identity);
                    await changes.Wait(Shorter(other.Expires, _options.RetryPeriod), stop);
                    break;
                case LeaseAttempt.Outrun:
                    // The winner's write wakes us; the limit only guards against a lost watch.
                    await changes.Wait(Impatience, stop);
                    break;
                case LeaseAttempt.Hindered hindered:
                    _tell(new LeadershipEvent.Hindered(hindered.Reason));
                    await changes.Wait(_options.RetryPeriod, stop);
                    break;
            }
        }
    }

    /// <summary>True when the work ended by itself.</summary>
    async Task<bool> Lead(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        using var leading = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _leading = true;
        _tell(new LeadershipEvent.StartedLeading());
        var working = Task.Run(() => work(leading.Token), CancellationToken.None);
        var reason = "the work has ended";
        try
        {
            reason = await Renew(working, stop);
        }
        finally
        {
            if (stop.IsCancellationRequested) reason = "asked to stop";
            await leading.CancelAsync();
            await working.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            _leading = false;
            _tell(new LeadershipEvent.StoppedLeading(reason));
        }
        if (!working.IsCompletedSuccessfully && !working.IsCanceled) await Release();
        if (working.IsFaulted) await working;
        if (reason != "the work has ended") return false;
        await Release();
        return true;
    }

    /// <summary>Renews until that fails for too long or the work ends; answers why.</summary>
    async Task<string> Renew(Task working, CancellationToken stop)
    {
        var renewedAt = _options.Time.GetTimestamp();
        var (pause, trouble) = (_options.RetryPeriod, "");
        while (true)
        {
            var left = _options.RenewDeadline - _options.Time.GetElapsedTime(renewedAt);
            if (left <= TimeSpan.Zero) return $"the lease could not be renewed within {_options.RenewDeadline.TotalSeconds:0.#} s: {trouble}";
            if (await EndsWithin(working, Shorter(pause, left), stop)) return "the work has ended";
            var triedAt = _options.Time.GetTimestamp();
            switch (await RenewOnce(_options.RenewDeadline - _options.Time.GetElapsedTime(renewedAt), stop))
            {
                case LeaseAttempt.Held: (renewedAt, pause) = (triedAt, _options.RetryPeriod); break;
                case LeaseAttempt.HeldByOther other: return $"{other.Identity} holds the lease";
                case LeaseAttempt.Outrun: (pause, trouble) = (Impatience, "it was changed by somebody else"); break;
                case LeaseAttempt.Hindered hindered: (pause, trouble) = (Impatience, hindered.Reason); break;
            }
        }
    }

    async Task<LeaseAttempt> RenewOnce(TimeSpan limit, CancellationToken stop)
    {
        if (limit <= TimeSpan.Zero) return new LeaseAttempt.Hindered("no time was left");
        using var late = new CancellationTokenSource(limit, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            return await _lock.AcquireOrRenew(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new LeaseAttempt.Hindered("the API server did not answer");
        }
    }

    async Task<bool> EndsWithin(Task working, TimeSpan limit, CancellationToken stop)
    {
        try
        {
            await working.WaitAsync(limit, _options.Time, stop);
            return true;
        }
        catch (TimeoutException) when (!working.IsCompleted)
        {
            return false;
        }
        catch (Exception) when (working.IsCompleted)
        {
            return true; // how it ended is looked at by the caller
        }
    }

    async Task Release()
    {
        using var limit = new CancellationTokenSource(ReleaseLimit, _options.Time);
        try
        {
            await _lock.Release(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _tell(new LeadershipEvent.Hindered("the lease could not be given up in time; it will expire"));
        }
    }

    TimeSpan Impatience => _options.RetryPeriod / 5;

    void See(string leader)
    {
        if (_leader == leader) return;
        _leader = leader;
        _tell(new LeadershipEvent.LeaderSeen(leader));
    }

    static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
