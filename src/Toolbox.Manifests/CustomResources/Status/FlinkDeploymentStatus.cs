using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Status of a FlinkDeployment. Times are RFC 3339 in UTC.</summary>
public sealed record FlinkDeploymentStatus
{
    [FieldSchema("Updated: the cluster and the jobs are as the spec says; Updating: not yet.")]
    public string? ResourceStatus { get; init; }

    [FieldSchema("Digests of the spec that was carried out.")]
    public DeploymentDigest? Digest { get; init; }

    [FieldSchema("When the status changed last.")]
    public string? Timestamp { get; init; }

    [FieldSchema("Generation of the resource that this status belongs to.")]
    public long? ObservedGeneration { get; init; }

    [FieldSchema("Conditions, one per type.", ListMapKey = "type")]
    public IReadOnlyList<ResourceCondition>? Conditions { get; init; }

    [FieldSchema("The rule that decided last.")]
    public DecisionStatus? Decision { get; init; }
}
