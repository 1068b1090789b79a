using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>One job of a FlinkDeployment.</summary>
public sealed record FlinkDeploymentJobSpec
{
    [FieldSchema("Name of the job, unique in the deployment.", Required = true, Pattern = "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$")]
    public string? Name { get; init; }

    [FieldSchema("The same as the spec of a FlinkJob.", Required = true)]
    public FlinkJobSpec? Spec { get; init; }
}
