using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>Everything that a decision about a job may look at.</summary>
/// <param name="Spec">Left: the fields that the schema could not judge.</param>
/// <param name="Cluster">The cluster resource that the job belongs to, if it exists.</param>
/// <param name="Flink">The Flink job of the current submission, as its JobManager shows it.</param>
/// <param name="Savepoint">The answer about the savepoint request in the status; <c>Absent</c> when there is none.</param>
/// <param name="LastFailure">What went wrong with the last command about this job, if it did.</param>
public sealed record JobSnapshot(
    ResourceMetadata Metadata,
    Either<Seq<SpecError>, JobSpec> Spec,
    JobStatus Status,
    RequestAnnotation Annotation,
    Option<JobCluster> Cluster,
    BootstrapObservation Bootstrap,
    Observation<FlinkJobObservation> Flink,
    Observation<SavepointAnswer> Savepoint,
    Option<string> LastFailure,
    DateTimeOffset Now)
{
    public string Name => Metadata.Name;

    /// <summary>How long ago a time was; nothing for a time that is not known.</summary>
    public TimeSpan Since(Option<DateTimeOffset> time) => Now - time.IfNone(Now);
}
