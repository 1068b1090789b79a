using Toolbox.Core.Commands;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

public static partial class ClusterRules
{
    /// <summary>Nothing of the cluster is left but the resource; what a late command created is removed, and its jobs are released, before it goes.</summary>
    public static readonly ClusterRuleTable Terminated = new(SupervisorStatus.Terminated,
        new(nameof(RemovePods), facts => facts.PodsRemain, RemovePods, SupervisorStatus.Terminated),
        new(nameof(WaitForJobsToLeave), facts => !facts.AllJobsHaveLeft, WaitForJobsToLeave, SupervisorStatus.Terminated),
        new(nameof(RemoveFinalizer), facts => facts.HasFinalizer, RemoveFinalizer, SupervisorStatus.Terminated),
        new(nameof(NothingToDo), _ => true, NothingToDo, SupervisorStatus.Terminated));

    static ClusterConclusion WaitForJobsToLeave(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "waits until its jobs have let go");

    static ClusterConclusion RemoveFinalizer(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the finalizer is removed").Do(new Command.Kubernetes.RemoveFinalizer(Finalizers.Supervisor));

    static ClusterConclusion NothingToDo(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the resource is about to go");
}
