using LanguageExt;

namespace Toolbox.Core.Cluster;

/// <summary>The part of a FlinkCluster's spec that decisions look at; pods are rendered from the resource itself.</summary>
/// <param name="TaskManagers">The declared number, unclamped.</param>
/// <param name="StoragePaths">Mount paths of volumes that outlive a pod, common to JobManager and TaskManagers: where a <c>file:</c> restore point is durable.</param>
public sealed record ClusterSpec(
    int TaskManagers,
    int MinTaskManagers,
    int MaxTaskManagers,
    int TaskSlots,
    ServiceMode ServiceMode,
    RescalePolicy RescalePolicy,
    TimeSpan RescaleDelay,
    TimeSpan TaskTimeout,
    TimeSpan PollingInterval,
    int SupervisorReplicas,
    Seq<string> StoragePaths,
    ClusterDigest Digest)
{
    /// <summary>Brings a number of TaskManagers between minimum and maximum; the maximum wins.</summary>
    public int Clamp(int taskManagers) => Math.Min(Math.Max(taskManagers, MinTaskManagers), MaxTaskManagers);
}
