namespace Toolbox.Core.Job;

/// <summary>A Flink job as its REST API shows it, reduced to what decisions tell apart. Unknown states count as <see cref="Pending"/>: not terminal.</summary>
public enum FlinkJobState
{
    /// <summary>INITIALIZING, CREATED, or RUNNING while tasks still wait for slots or restore their state.</summary>
    Pending,

    /// <summary>RUNNING, and all tasks run or have finished: RUNNING alone does not say so.</summary>
    Running,

    /// <summary>FAILING, RESTARTING, SUSPENDED, RECONCILING.</summary>
    Restarting,
    Cancelling,
    Finished,
    Canceled,
    Failed,
}
