using k8s.Models;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>A Flink session cluster: one JobManager and any number of TaskManagers; short name <c>fc</c>.</summary>
public sealed record FlinkCluster
{
    public const string KindName = "FlinkCluster";

    public const string PluralName = "flinkclusters";

    public string ApiVersion { get; init; } = ResourceDefinition.ApiVersion;

    public string Kind { get; init; } = KindName;

    public V1ObjectMeta? Metadata { get; init; }

    [FieldSchema("What the user wants.", Required = true)]
    public FlinkClusterSpec? Spec { get; init; }

    [FieldSchema("What the toolbox has seen and done; written by the toolbox only.")]
    public FlinkClusterStatus? Status { get; init; }
}
