using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Status of a FlinkCluster. Times are RFC 3339 in UTC.</summary>
public sealed record FlinkClusterStatus
{
    [FieldSchema("Unknown, Updating or Updated.")]
    public string? ResourceStatus { get; init; }

    [FieldSchema("State of the cluster: Unknown, Starting, Started, Stopping, Stopped or Terminated.")]
    public string? SupervisorStatus { get; init; }

    [FieldSchema("HEALTHY, UNHEALTHY or empty.")]
    public string? ClusterHealth { get; init; }

    [FieldSchema("Label selector of the pods, for the scale subresource.")]
    public string? LabelSelector { get; init; }

    [FieldSchema("Type of the Service since the last start.")]
    public string? ServiceMode { get; init; }

    [FieldSchema("Wanted number of TaskManagers inside its limits.")]
    public int? TaskManagers { get; init; }

    [FieldSchema("Task slots of each TaskManager since the last start.")]
    public int? TaskSlots { get; init; }

    [FieldSchema("Number of TaskManager pods.")]
    public int? TaskManagerReplicas { get; init; }

    [FieldSchema("Task slots of all TaskManager pods.")]
    public int? TotalTaskSlots { get; init; }

    [FieldSchema("When the number of TaskManagers was changed last.")]
    public string? RescaleTimestamp { get; init; }

    [FieldSchema("Digests of the spec that was carried out.")]
    public ClusterDigest? Digest { get; init; }

    [FieldSchema("When the status changed last.")]
    public string? Timestamp { get; init; }

    [FieldSchema("Generation of the resource that this status belongs to.")]
    public long? ObservedGeneration { get; init; }

    [FieldSchema("Conditions, one per type.", ListMapKey = "type")]
    public IReadOnlyList<ResourceCondition>? Conditions { get; init; }

    [FieldSchema("The rule that decided last.")]
    public DecisionStatus? Decision { get; init; }

    [FieldSchema("Work in progress.")]
    public ClusterProgress? Progress { get; init; }

    [FieldSchema("The last request of a user.")]
    public RequestStatus? Request { get; init; }

    [FieldSchema("Identity of the JobManager process that the cluster was started with; when it changes, the jobs are lost.")]
    public string? JobManager { get; init; }

    [FieldSchema("What the last scaling decision saw and wanted.")]
    public ScalingStatus? Scaling { get; init; }

    [FieldSchema("What was refused or failed last, and why.")]
    public string? Refusal { get; init; }

    [FieldSchema("How often the cluster was started.")]
    public int? Attempt { get; init; }
}
