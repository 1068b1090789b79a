using CsCheck;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;

namespace Toolbox.Core.Tests.Laws;

/// <summary>Snapshots whose parts come from different situations: combinations that nobody thought of.</summary>
static class SomeSnapshots
{
    static readonly IReadOnlyList<JobSnapshot> Jobs = Situations.Situations.Snapshots<JobSnapshot>();

    static readonly IReadOnlyList<ClusterSnapshot> Clusters = Situations.Situations.Snapshots<ClusterSnapshot>();

    static readonly Gen<JobSnapshot> AnyJob = Gen.Int[0, Jobs.Count - 1].Select(index => Jobs[index]);

    static readonly Gen<ClusterSnapshot> AnyCluster = Gen.Int[0, Clusters.Count - 1].Select(index => Clusters[index]);

    public static readonly Gen<JobSnapshot> Job = Gen.Select(AnyJob, AnyJob, AnyJob, AnyJob, AnyJob, AnyJob).Select(
        (metadata, spec, status, request, cluster, flink) => Plausible(status with
        {
            Metadata = metadata.Metadata,
            Spec = spec.Spec,
            Annotation = request.Annotation,
            Cluster = cluster.Cluster,
            Bootstrap = metadata.Bootstrap,
            Flink = flink.Flink,
        }));

    public static readonly Gen<ClusterSnapshot> Cluster = Gen.Select(AnyCluster, AnyCluster, AnyCluster, AnyCluster, AnyCluster).Select(
        (spec, status, request, pods, jobs) => status with
        {
            Metadata = spec.Metadata,
            Spec = spec.Spec,
            Annotation = request.Annotation,
            JobManagers = pods.JobManagers,
            TaskManagers = pods.TaskManagers,
            Service = pods.Service,
            Flink = pods.Flink,
            Jobs = jobs.Jobs,
        });

    // Adapters ask Flink only about what is recorded, and without cluster there is none to be asked.
    static JobSnapshot Plausible(JobSnapshot snapshot)
    {
        var flink = snapshot.Status.Submission.IsNone ? new Observation<FlinkJobObservation>.Absent()
            : snapshot.Cluster.IsNone ? new Observation<FlinkJobObservation>.Unreachable("there is no JobManager") : snapshot.Flink;
        var savepoint = snapshot.Status.Savepoint.IsNone ? new Observation<SavepointAnswer>.Absent()
            : flink is Observation<FlinkJobObservation>.Unreachable ? new Observation<SavepointAnswer>.Unreachable("there is no answer") : snapshot.Savepoint;
        return snapshot with { Flink = flink, Savepoint = savepoint };
    }
}
