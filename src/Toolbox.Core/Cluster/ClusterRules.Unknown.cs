using Toolbox.Core.Commands;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

public static partial class ClusterRules
{
    /// <summary>A cluster that the supervisor has not touched yet.</summary>
    public static readonly ClusterRuleTable Unknown = new(SupervisorStatus.Unknown,
        new(nameof(TerminateUntouched), facts => facts is { IsDeleting: true, HasFinalizer: false }, TerminateUntouched, SupervisorStatus.Terminated),
        new(nameof(StopForgotten), facts => facts.IsDeleting, StopForgotten, SupervisorStatus.Stopping),
        new(nameof(AddFinalizer), facts => !facts.HasFinalizer, AddFinalizer, SupervisorStatus.Unknown),
        new(nameof(WaitForValidSpec), facts => !facts.SpecIsValid, WaitForValidSpec, SupervisorStatus.Unknown),
        new(nameof(Initialise), _ => true, Initialise, SupervisorStatus.Starting));

    static ClusterConclusion TerminateUntouched(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "deleted before anything was created", status => status with
        {
            SupervisorStatus = SupervisorStatus.Terminated,
            ResourceStatus = ResourceStatus.Updated,
        });

    // Somebody emptied the status: what runs must be taken down all the same.
    static ClusterConclusion StopForgotten(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stop(StopIntent.Delete, "the resource is being deleted");

    static ClusterConclusion AddFinalizer(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the finalizer is added first, so that nothing is left behind")
            .Do(new Command.Kubernetes.AddFinalizer(Finalizers.Supervisor));

    static ClusterConclusion WaitForValidSpec(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Stalled, snapshot.Errors());

    static ClusterConclusion Initialise(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Start(snapshot.ValidSpec(), "the cluster starts for the first time");
}
