using k8s.Models;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>A cluster and its jobs, created and updated together; short name <c>fd</c>.</summary>
public sealed record FlinkDeployment
{
    public const string KindName = "FlinkDeployment";

    public const string PluralName = "flinkdeployments";

    public string ApiVersion { get; init; } = ResourceDefinition.ApiVersion;

    public string Kind { get; init; } = KindName;

    public V1ObjectMeta? Metadata { get; init; }

    [FieldSchema("What the user wants.", Required = true)]
    public FlinkDeploymentSpec? Spec { get; init; }

    [FieldSchema("What the toolbox has seen and done; written by the toolbox only.")]
    public FlinkDeploymentStatus? Status { get; init; }
}
