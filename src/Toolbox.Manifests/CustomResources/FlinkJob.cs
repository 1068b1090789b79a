using k8s.Models;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>A Flink job; it belongs to the cluster whose name its own name starts with (<c>cluster-job</c>); short name <c>fj</c>.</summary>
public sealed record FlinkJob
{
    public const string KindName = "FlinkJob";

    public const string PluralName = "flinkjobs";

    public string ApiVersion { get; init; } = ResourceDefinition.ApiVersion;

    public string Kind { get; init; } = KindName;

    public V1ObjectMeta? Metadata { get; init; }

    [FieldSchema("What the user wants.", Required = true)]
    public FlinkJobSpec? Spec { get; init; }

    [FieldSchema("What the toolbox has seen and done; written by the toolbox only.")]
    public FlinkJobStatus? Status { get; init; }
}
