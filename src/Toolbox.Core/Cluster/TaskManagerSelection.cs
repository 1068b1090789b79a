using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Cluster;

/// <summary>Which TaskManager pods are created or removed.</summary>
public static class TaskManagerSelection
{
    /// <summary>
    /// Living TaskManagers whose slots are all free, by the address that Flink reports for them. A pod that Flink does not know
    /// (it has just started) is not idle: nobody could tell.
    /// </summary>
    public static Seq<PodObservation> Idle(ClusterSnapshot snapshot) =>
        snapshot.Flink is Observation<FlinkClusterObservation>.Known flink
            ? snapshot.TaskManagers.Filter(pod => !pod.IsDeleting && !pod.HasEnded && pod.Address.Length > 0
                && flink.Value.IdleAddresses.Contains(pod.Address))
            : Empty;

    /// <summary>Only the surplus goes, never more than is idle; the names' order decides.</summary>
    public static Seq<Command> RemoveSurplus(ClusterSnapshot snapshot, int target)
    {
        var surplus = snapshot.TaskManagers.Count(pod => !pod.IsDeleting && !pod.HasEnded) - target;
        return Idle(snapshot).OrderBy(pod => pod.Name, StringComparer.Ordinal).Take(Math.Max(surplus, 0))
            .Select(pod => (Command)new Command.Kubernetes.DeletePod(pod.Name, pod.Uid)).ToSeq();
    }

    /// <summary>One pod for each missing TaskManager, under the first names that no pod has, so that a repetition creates no second one.</summary>
    public static Seq<Command> CreateMissing(ClusterSnapshot snapshot, int target)
    {
        var missing = target - snapshot.TaskManagers.Count(pod => !pod.IsDeleting && !pod.HasEnded);
        var taken = toHashSet(snapshot.TaskManagers.Map(pod => pod.Name));
        return Enumerable.Range(0, target + snapshot.TaskManagers.Count)
            .Select(index => PodNames.TaskManager(snapshot.Name, snapshot.Metadata.Uid, snapshot.Status.Attempt, index))
            .Where(name => !taken.Contains(name)).Take(Math.Max(missing, 0))
            .Select(name => (Command)new Command.Kubernetes.CreateTaskManagerPod(snapshot.Name, name)).ToSeq();
    }

    /// <summary>Pods that ended do not come back by themselves (an evicted pod stays Failed for ever).</summary>
    public static Seq<Command> RemoveEnded(ClusterSnapshot snapshot) =>
        snapshot.TaskManagers.Filter(pod => pod.HasEnded && !pod.IsDeleting)
            .Map(pod => (Command)new Command.Kubernetes.DeletePod(pod.Name, pod.Uid));
}
