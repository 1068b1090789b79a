using System.Text.Json;
using LanguageExt;
using Toolbox.Manifests.CustomResources.Json;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Spec of a FlinkDeployment.</summary>
public sealed record FlinkDeploymentSpec
{
    [FieldSchema("The cluster; it gets the name of the deployment.", Required = true)]
    public FlinkClusterSpec? Cluster { get; init; }

    [FieldSchema("The jobs; each gets the name <deployment>-<name>.", Nullable = true, ListMapKey = "name")]
    public IReadOnlyList<FlinkDeploymentJobSpec>? Jobs { get; init; }

    /// <summary>Reads <c>spec</c> of a FlinkDeployment; unknown fields are passed over.</summary>
    public static Either<ManifestError, FlinkDeploymentSpec> Read(JsonElement spec) =>
        CustomResourceJson.Read(spec, "spec", CustomResourceJsonContext.Default.FlinkDeploymentSpec);
}
