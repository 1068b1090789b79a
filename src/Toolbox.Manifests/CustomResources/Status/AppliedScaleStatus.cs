using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>The numbers that were last applied from the deployment; one that differs later was set by somebody else.</summary>
public sealed record AppliedScaleStatus
{
    [FieldSchema("TaskManagers of the cluster.")]
    public int? TaskManagers { get; init; }

    [FieldSchema("Parallelism of the jobs.")]
    public IReadOnlyList<AppliedJobScaleStatus>? Jobs { get; init; }
}
