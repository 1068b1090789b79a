using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>The JobManager that the cluster was started with; another pod or more restarts mean that its jobs are lost.</summary>
public sealed record JobManagerStatus
{
    public string? PodName { get; init; }

    public string? PodUid { get; init; }

    [FieldSchema("Restarts of the JobManager's container.")]
    public int? Restarts { get; init; }
}
