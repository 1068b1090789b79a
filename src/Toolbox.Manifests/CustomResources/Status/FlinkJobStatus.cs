using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Status of a FlinkJob. Times are RFC 3339 in UTC.</summary>
public sealed record FlinkJobStatus
{
    [FieldSchema("Unknown, Updating or Updated.")]
    public string? ResourceStatus { get; init; }

    [FieldSchema("State of the job: Unknown, Starting, Started, Stopping, Stopped or Terminated.")]
    public string? SupervisorStatus { get; init; }

    [FieldSchema("Name of the cluster that the job belongs to.")]
    public string? ClusterName { get; init; }

    public string? ClusterUid { get; init; }

    [FieldSchema("HEALTHY, UNHEALTHY or empty.")]
    public string? ClusterHealth { get; init; }

    [FieldSchema("Label selector of the pods, for the scale subresource.")]
    public string? LabelSelector { get; init; }

    [FieldSchema("Parallelism in use, 0 when the job does not run.")]
    public int? JobParallelism { get; init; }

    [FieldSchema("Flink job id once Flink has accepted the job.")]
    public string? JobId { get; init; }

    [FieldSchema("Last state that Flink told, in upper case.")]
    public string? JobStatus { get; init; }

    [FieldSchema("Newest savepoint.")]
    public string? SavepointPath { get; init; }

    [FieldSchema("Flink job whose savepoint is being taken.")]
    public string? SavepointJobId { get; init; }

    [FieldSchema("Trigger id of the savepoint that is being taken.")]
    public string? SavepointTriggerId { get; init; }

    [FieldSchema("When savepointPath changed last.")]
    public string? SavepointTimestamp { get; init; }

    [FieldSchema("When a savepoint was requested or savepointPath changed last.")]
    public string? SavepointRequestTimestamp { get; init; }

    public string? SavepointMode { get; init; }

    public string? RestartPolicy { get; init; }

    [FieldSchema("Digests of the spec that was carried out.")]
    public JobDigest? Digest { get; init; }

    [FieldSchema("When the status changed last.")]
    public string? Timestamp { get; init; }

    [FieldSchema("Generation of the resource that this status belongs to.")]
    public long? ObservedGeneration { get; init; }

    [FieldSchema("Conditions, one per type.", ListMapKey = "type")]
    public IReadOnlyList<ResourceCondition>? Conditions { get; init; }

    [FieldSchema("The rule that decided last.")]
    public DecisionStatus? Decision { get; init; }

    [FieldSchema("Work in progress.")]
    public JobProgress? Progress { get; init; }

    [FieldSchema("The last request of a user.")]
    public RequestStatus? Request { get; init; }

    [FieldSchema("The last submission to Flink.")]
    public SubmissionStatus? Submission { get; init; }

    [FieldSchema("What the job can be started from, newest first.")]
    public IReadOnlyList<RestorePointStatus>? RestorePoints { get; init; }

    [FieldSchema("What was refused or failed last, and why.")]
    public string? Refusal { get; init; }

    [FieldSchema("How often the job was submitted.")]
    public int? Attempt { get; init; }
}
