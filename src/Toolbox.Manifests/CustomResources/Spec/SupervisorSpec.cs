using k8s.Models;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>The supervisor of a cluster. Times are in seconds.</summary>
public sealed record SupervisorSpec
{
    public const string DefaultServiceAccount = "flink-supervisor";

    public const int DefaultPollingInterval = 5;

    public const int DefaultTaskTimeout = 300;

    [FieldSchema("Name of the Secret with the credentials of the image registry.", Nullable = true)]
    public string? PullSecrets { get; init; }

    [FieldSchema("When the image is pulled, IfNotPresent if absent.",
        Values = [PullPolicies.Never, PullPolicies.Always, PullPolicies.IfNotPresent])]
    public string? PullPolicy { get; init; }

    [FieldSchema("The flinkctl image.", Required = true)]
    public string? Image { get; init; }

    [FieldSchema("Service account of the supervisor, flink-supervisor if absent.", Nullable = true)]
    public string? ServiceAccount { get; init; }

    [FieldSchema("Longest time between two looks at Flink in seconds, 5 if absent.", Nullable = true, Minimum = 0)]
    public int? PollingInterval { get; init; }

    [FieldSchema("Seconds without an answer of Flink after which the cluster counts as unhealthy, 300 if absent.",
        Nullable = true, Minimum = 0)]
    public int? TaskTimeout { get; init; }

    [FieldSchema("Seconds between the last rescale and the removal of idle TaskManagers, 60 if absent.", Nullable = true, Minimum = 0)]
    public int? RescaleDelay { get; init; }

    [FieldSchema("What decides the number of TaskManagers, JobParallelism if absent.", Values = ["None", "JobParallelism"])]
    public string? RescalePolicy { get; init; }

    [FieldSchema("Supervisor processes, of which one leads; 1 if absent.", Nullable = true, Minimum = 0)]
    public int? Replicas { get; init; }

    [FieldSchema("Resources of the supervisor, 0.1 to 1 CPU and 256Mi if absent.", Nullable = true)]
    public V1ResourceRequirements? Resources { get; init; }

    [FieldSchema("Security context of the supervisor's container; what it leaves out keeps its secure default.", Nullable = true)]
    public V1SecurityContext? SecurityContext { get; init; }
}
