using System.Collections.Concurrent;
using Toolbox.Flink;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>One JobManager process: its client, and the answers that may be shared for a while.</summary>
public sealed class JobManagerAccess(FlinkClient client, TimeProvider clock) : IDisposable
{
    // Flink itself caches checkpoint statistics for three seconds.
    static readonly TimeSpan CheckpointAge = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim _turn = new(1, 1);
    readonly ConcurrentDictionary<string, (CheckpointStatistics Value, DateTimeOffset Time)> _checkpoints = new();
    readonly ConcurrentDictionary<string, CheckpointConfiguration> _configurations = new();
    FlinkLook? _last;

    public FlinkClient Client { get; } = client;

    /// <summary>The last look if it is young enough, else a new one; those who ask meanwhile wait for it and share it.</summary>
    public async Task<FlinkLook> Look(TimeSpan maximumAge, CancellationToken cancellation)
    {
        var asked = clock.GetUtcNow();
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_last is { } last && (last.Time >= asked || asked - last.Time <= maximumAge)) return last;
            var started = clock.GetUtcNow();
            var overview = Client.OverviewAsync(cancellation);
            var jobs = Client.JobsOverviewAsync(cancellation);
            return _last = new FlinkLook(await overview, await jobs, started);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A job's checkpoints; an answer of up to ten seconds ago will do unless a fresh one is needed.</summary>
    public async Task<FlinkAnswer<CheckpointStatistics>> Checkpoints(string jobId, bool fresh, CancellationToken cancellation)
    {
        if (!fresh && _checkpoints.TryGetValue(jobId, out var known) && clock.GetUtcNow() - known.Time < CheckpointAge)
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

    public void Dispose()
    {
        Client.Dispose();
        _turn.Dispose();
    }
}
