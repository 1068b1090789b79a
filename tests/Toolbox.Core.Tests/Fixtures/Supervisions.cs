using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Fixtures;

/// <summary>Valid snapshots of a cluster's supervision; verbs change them.</summary>
static class Supervisions
{
    public static SupervisionSnapshot AnUntouchedSupervision() => new(
        new ResourceMetadata("flink", Clusters.Name, "cluster-uid", 1, "100", IsDeleting: false, Empty), Clusters.Spec, SupervisorObservation.Absent, Pods: 0);

    public static SupervisionSnapshot ASupervision() => AnUntouchedSupervision().With(Finalizers.Operator, Finalizers.Supervisor) with
    {
        Supervisor = new SupervisorObservation(Presence.Present, Clusters.Digest.Supervisor, 1, 1),
        Pods = 1,
    };

    public static SupervisionSnapshot With(this SupervisionSnapshot snapshot, params string[] finalizers) =>
        snapshot with { Cluster = snapshot.Cluster with { Finalizers = finalizers.ToSeq() } };

    public static SupervisionSnapshot Deleted(this SupervisionSnapshot snapshot) => snapshot with { Cluster = snapshot.Cluster with { IsDeleting = true } };

    public static SupervisionSnapshot WithInvalidSpec(this SupervisionSnapshot snapshot) =>
        snapshot with { Spec = Seq1(new SpecError("spec.supervisor.image", "nothing", "an image is required")) };

    public static SupervisionSnapshot WithReplicas(this SupervisionSnapshot snapshot, int replicas) =>
        snapshot with { Spec = Clusters.Spec with { SupervisorReplicas = replicas } };

    public static SupervisionSnapshot WithSupervisor(this SupervisionSnapshot snapshot, Presence presence, int pods) => snapshot with
    {
        Supervisor = presence == Presence.Absent ? SupervisorObservation.Absent : snapshot.Supervisor with { Presence = presence },
        Pods = pods,
    };
}
