using System.Text.Json;
using LanguageExt;
using Toolbox.Manifests.CustomResources.Json;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Spec of a FlinkCluster, also <c>spec.cluster</c> of a FlinkDeployment.</summary>
[SchemaRule(
    "!has(self.minTaskManagers) || !has(self.maxTaskManagers) || self.minTaskManagers <= self.maxTaskManagers",
    "minTaskManagers must not be greater than maxTaskManagers")]
public sealed record FlinkClusterSpec
{
    [FieldSchema("Wanted number of TaskManagers, 0 if absent. With rescalePolicy JobParallelism it follows the needs of the jobs.",
        Nullable = true, Minimum = 0)]
    public int? TaskManagers { get; init; }

    [FieldSchema("Lowest number of TaskManagers, 0 if absent.", Minimum = 0)]
    public int? MinTaskManagers { get; init; }

    [FieldSchema("Highest number of TaskManagers, 32 if absent.", Minimum = 0)]
    public int? MaxTaskManagers { get; init; }

    [FieldSchema("The Flink image of JobManager and TaskManagers.", Required = true)]
    public RuntimeSpec? Runtime { get; init; }

    [FieldSchema("Pod and Service of the JobManager.", Required = true)]
    public JobManagerSpec? JobManager { get; init; }

    [FieldSchema("Pods of the TaskManagers.", Required = true)]
    public TaskManagerSpec? TaskManager { get; init; }

    [FieldSchema("The supervisor of this cluster.", Required = true)]
    public SupervisorSpec? Supervisor { get; init; }

    /// <summary>Reads <c>spec</c> of a FlinkCluster; unknown fields are passed over.</summary>
    public static Either<ManifestError, FlinkClusterSpec> Read(JsonElement spec) =>
        CustomResourceJson.Read(spec, "spec", CustomResourceJsonContext.Default.FlinkClusterSpec);
}
