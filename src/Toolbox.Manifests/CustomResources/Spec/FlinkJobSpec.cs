using System.Text.Json;
using LanguageExt;
using Toolbox.Manifests.CustomResources.Json;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Spec of a FlinkJob, also <c>spec.jobs[].spec</c> of a FlinkDeployment.</summary>
[SchemaRule(
    "!has(self.minJobParallelism) || !has(self.maxJobParallelism) || self.minJobParallelism <= self.maxJobParallelism",
    "minJobParallelism must not be greater than maxJobParallelism")]
public sealed record FlinkJobSpec
{
    [FieldSchema("Wanted parallelism of the job, 0 if absent; 0 means suspended.", Nullable = true, Minimum = 0)]
    public int? JobParallelism { get; init; }

    [FieldSchema("Lowest parallelism, 0 if absent.", Minimum = 0)]
    public int? MinJobParallelism { get; init; }

    [FieldSchema("Highest parallelism, 32 if absent.", Minimum = 0)]
    public int? MaxJobParallelism { get; init; }

    [FieldSchema("The code of the job and how it is started.", Required = true)]
    public BootstrapSpec? Bootstrap { get; init; }

    [FieldSchema("When and where savepoints are taken.", Required = true)]
    public SavepointSpec? Savepoint { get; init; }

    [FieldSchema("What happens when the job has ended.", Required = true)]
    public RestartSpec? Restart { get; init; }

    /// <summary>Reads <c>spec</c> of a FlinkJob; unknown fields are passed over.</summary>
    public static Either<ManifestError, FlinkJobSpec> Read(JsonElement spec) =>
        CustomResourceJson.Read(spec, "spec", CustomResourceJsonContext.Default.FlinkJobSpec);
}
