using System.Collections.Concurrent;
using Toolbox.Flink;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>One JobManager process: its client, and the answers that may be shared for a while.</summary>
/// <param name="changed">Called when a look shows other jobs, or other states of them, than the look before.</param>
public sealed class JobManagerAccess(FlinkClient client, TimeProvider clock, Action? changed = null) : IDisposable
{
    readonly SemaphoreSlim _turn = new(1, 1);
    readonly ConcurrentDictionary<string, (CheckpointStatistics Value, DateTimeOffset Time)> _checkpoints = new();
    readonly ConcurrentDictionary<string, CheckpointConfiguration> _configurations = new();
    FlinkLook? _last;

    public FlinkClient Client { get; } = client;

    /// <summary>Flink's version as it told it once; null while it has not.</summary>
    public string? Version { get; private set; }

    /// <summary>The last look if it is young enough, else a new one; those who ask meanwhile wait for it and share it.</summary>
    /// <param name="overviewAge">How old the overview inside of a new look may be: slots change with TaskManagers only.</param>
    public async Task<FlinkLook> Look(TimeSpan maximumAge, TimeSpan overviewAge, CancellationToken cancellation)
    {
        var asked = clock.GetUtcNow();
        await _turn.WaitAsync(cancellation);
        try
        {
            var last = _last;
            var isYoung = last is not null && (last.Time >= asked || asked - last.Time <= maximumAge);
            if (isYoung && (last!.OverviewTime >= asked || asked - last.OverviewTime <= overviewAge)) return last;
            var started = clock.GetUtcNow();
            var jobs = Client.JobsOverviewAsync(cancellation);
            var quick = last is not null && started - last.OverviewTime <= overviewAge ? last with { Jobs = await jobs, Time = started } : null;
            // Where a job has changed slots may have gone.
            var isQuiet = quick is { Jobs: FlinkAnswer<IReadOnlyList<JobSummary>>.Ok } && last!.States.SequenceEqual(quick.States);
            _last = isQuiet ? quick! : new FlinkLook(await Client.OverviewAsync(cancellation), await jobs, started, started);
            Note(last, _last);
            return _last;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A job's checkpoints; the last answer will do until Flink is about to have completed another one.</summary>
    /// <param name="fresh">Ask Flink in any case.</param>
    /// <param name="isDurable">Whether a path outlives the pods: checkpoints elsewhere are of no use to anybody, and are hardly asked for.</param>
    public async Task<FlinkAnswer<CheckpointStatistics>> Checkpoints(string jobId, bool fresh, Func<string, bool> isDurable, CancellationToken cancellation)
    {
        var configuration = await CheckpointConfiguration(jobId, cancellation);
        if (!fresh && _checkpoints.TryGetValue(jobId, out var known)
            && CheckpointFreshness.IsFresh(known.Value.Completed?.CompletedAt, isDurable(known.Value.Completed?.Path ?? ""), configuration, known.Time, clock.GetUtcNow()))
            return new FlinkAnswer<CheckpointStatistics>.Ok(known.Value);
        var answer = await Client.CheckpointsAsync(jobId, cancellation);
        if (answer is FlinkAnswer<CheckpointStatistics>.Ok ok) _checkpoints[jobId] = (ok.Value, clock.GetUtcNow());
        return answer;
    }

    /// <summary>A job's checkpoint configuration never changes; null while it could not be read.</summary>
    public async Task<CheckpointConfiguration?> CheckpointConfiguration(string jobId, CancellationToken cancellation)
    {
        if (_configurations.TryGetValue(jobId, out var known)) return known;
        if (await Client.CheckpointConfigAsync(jobId, cancellation) is not FlinkAnswer<CheckpointConfiguration>.Ok ok) return null;
        return _configurations[jobId] = ok.Value;
    }

    /// <summary>What was seen is out of date: something was asked of Flink.</summary>
    public void Forget() => _last = null;

    // Whoever waits for a turn still gets it, and learns from the client that this JobManager is gone. A semaphore that is disposed lets its
    // waiters hang for ever; without a wait handle there is nothing to free.
    public void Dispose() => Client.Dispose();

    void Note(FlinkLook? before, FlinkLook now)
    {
        if (now.Overview is FlinkAnswer<FlinkOverview>.Ok overview) Version = overview.Value.Version ?? Version;
        if (before is not null && !before.States.SequenceEqual(now.States)) changed?.Invoke();
    }
}
