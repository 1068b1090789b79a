namespace Toolbox.Sandbox.SimulatedFlink;

/// <summary>Faults of one simulated JobManager, to be set by tests at any time. Thread-safe.</summary>
public sealed class SimulatedFaults
{
    readonly Lock gate = new();
    readonly List<(SimulatedFault Fault, int Left)> faults = [];
    readonly Queue<string> savepointFailures = new();
    int stopFailures;
    CancellationTokenSource cleared = new();

    internal Func<string, string, bool, bool> OnFailJob { get; set; } = (_, _, _) => false;

    public IReadOnlyList<SimulatedFault> Active
    {
        get { lock (gate) return [.. faults.Select(item => item.Fault)]; }
    }

    public void Add(SimulatedFault fault)
    {
        lock (gate) faults.Add((fault, fault.Times));
    }

    /// <summary>Removes all request and savepoint faults; stalled requests go on.</summary>
    public void Clear()
    {
        lock (gate)
        {
            faults.Clear();
            savepointFailures.Clear();
            stopFailures = 0;
            cleared.Cancel();
            cleared = new CancellationTokenSource();
        }
    }

    /// <summary>The next savepoints (also those of a stop) fail with this reason; the job goes on.</summary>
    public void FailSavepoints(int times, string reason = "Checkpoint was declined.")
    {
        lock (gate)
            for (var i = 0; i < times; i++) savepointFailures.Enqueue(reason);
    }

    /// <summary>The next stops write their savepoint, then fail while stopping; the job restarts from that savepoint.</summary>
    public void FailStopsAfterSavepoint(int times)
    {
        lock (gate) stopFailures += times;
    }

    /// <summary>A running job throws. Recoverable: it restarts from its newest checkpoint; else it ends FAILED. False: no such running job.</summary>
    public bool FailJob(string jobId, string message, bool recoverable = true) => OnFailJob(jobId, message, recoverable);

    internal string? TakeSavepointFailure()
    {
        lock (gate) return savepointFailures.TryDequeue(out var reason) ? reason : null;
    }

    internal bool TakeStopFailure()
    {
        lock (gate) return stopFailures > 0 && stopFailures-- > 0;
    }

    internal (SimulatedFault Fault, CancellationToken Cleared)? Take(string method, string path)
    {
        lock (gate)
        {
            var index = faults.FindIndex(item => Matches(item.Fault, method, path));
            if (index < 0) return null;
            var (fault, left) = faults[index];
            if (left == 1) faults.RemoveAt(index);
            else if (left > 1) faults[index] = (fault, left - 1);
            return (fault, cleared.Token);
        }
    }

    static bool Matches(SimulatedFault fault, string method, string path) =>
        path.StartsWith(fault.Path, StringComparison.Ordinal)
        && (fault.Method is null || string.Equals(fault.Method, method, StringComparison.OrdinalIgnoreCase));
}
