using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

public static partial class ClusterRules
{
    /// <summary>Nothing runs; the spec may change freely and counts from the next start on.</summary>
    public static readonly ClusterRuleTable Stopped = new(SupervisorStatus.Stopped,
        new(nameof(StopWhenDeleted), facts => facts.IsDeleting, StopWhenDeleted, SupervisorStatus.Stopping),
        new(nameof(RemovePods), facts => facts.PodsRemain, RemovePods, SupervisorStatus.Stopped),
        ClusterRequestRules.RefuseUnknownRequest(SupervisorStatus.Stopped),
        ClusterRequestRules.RecordRequest(SupervisorStatus.Stopped),
        ClusterRequestRules.ResetRequestedAction(SupervisorStatus.Stopped),
        ClusterRequestRules.Refuse("RefuseStopWhenStopped", SupervisorStatus.Stopped, RequestFact.Stop, "the cluster is stopped already"),
        ClusterRequestRules.RefuseSavepointRequest(SupervisorStatus.Stopped),
        new("StallStoppedOnInvalidSpec", facts => !facts.SpecIsValid, StallOnInvalidSpec, SupervisorStatus.Stopped),
        new(nameof(StartWhenRequested), facts => facts.Request == RequestFact.Start, StartWhenRequested, SupervisorStatus.Starting),
        new(nameof(StayStopped), _ => true, StayStopped, SupervisorStatus.Stopped));

    static ClusterConclusion StartWhenRequested(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Start(snapshot.ValidSpec(), "a start was requested", empty: snapshot.AsksToGoUnsaved()).Serve();

    static ClusterConclusion StayStopped(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Suspended, "the cluster is stopped", status => status with { ResourceStatus = ResourceStatus.Updated });
}
