namespace Toolbox.Flink;

/// <summary>How a triggered savepoint or stop stands.</summary>
public abstract record SavepointStatus
{
    SavepointStatus()
    {
    }

    public sealed record InProgress : SavepointStatus;

    /// <summary>The savepoint is written. After a stop the job may need a moment more to end.</summary>
    public sealed record Completed(string Location) : SavepointStatus;

    /// <summary>It failed. A stop can fail after its savepoint was completed: then that savepoint is good, and the job restarts by itself.</summary>
    public sealed record Failed(FlinkError Error, string? CompletedSavepoint) : SavepointStatus;

    /// <summary>The JobManager knows no such operation: it restarted, or the result is older than some minutes.</summary>
    public sealed record Unknown : SavepointStatus;
}
