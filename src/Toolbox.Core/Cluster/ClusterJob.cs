using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

/// <summary>What a cluster needs to know about one of its jobs.</summary>
/// <param name="Parallelism">The parallelism in the job's status: what it uses or is about to use.</param>
public sealed record ClusterJob(string Name, SupervisorStatus SupervisorStatus, int Parallelism, bool HasFinalizer)
{
    /// <summary>The slots that must be there for this job.</summary>
    public int Slots =>
        SupervisorStatus is SupervisorStatus.Starting or SupervisorStatus.Started or SupervisorStatus.Stopping ? Parallelism : 0;

    public bool HasStopped => SupervisorStatus is SupervisorStatus.Stopped or SupervisorStatus.Terminated;
}
