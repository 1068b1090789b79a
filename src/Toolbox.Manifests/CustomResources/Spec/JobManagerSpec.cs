using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Pod and Service of the JobManager.</summary>
public sealed record JobManagerSpec : FlinkPodSpec
{
    public const string DefaultServiceMode = "ClusterIP";

    [FieldSchema("Type of the JobManager's Service.", Required = true, Values = [DefaultServiceMode, "NodePort"])]
    public string? ServiceMode { get; init; }
}
