using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

/// <summary>Everything that a decision about a cluster may look at.</summary>
/// <param name="Spec">Left: the fields that the schema could not judge.</param>
/// <param name="Flink">What the JobManager's REST API answered; <c>Absent</c> while no JobManager has an address.</param>
/// <param name="LastFailure">What went wrong with the last command about this cluster, if it did.</param>
public sealed record ClusterSnapshot(
    ResourceMetadata Metadata,
    Either<Seq<SpecError>, ClusterSpec> Spec,
    ClusterStatus Status,
    RequestAnnotation Annotation,
    Seq<PodObservation> JobManagers,
    Seq<PodObservation> TaskManagers,
    Presence Service,
    Observation<FlinkClusterObservation> Flink,
    Seq<ClusterJob> Jobs,
    Option<string> LastFailure,
    DateTimeOffset Now)
{
    public string Name => Metadata.Name;
}
