using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Work of a cluster that takes several steps, written before each step that must not be done twice.</summary>
public sealed record ClusterProgress
{
    [FieldSchema("What happens once the cluster has stopped.")]
    public string? Intent { get; init; }

    [FieldSchema("The cluster stops without savepoints, this once.")]
    public bool? WithoutSavepoint { get; init; }

    [FieldSchema("Since when Flink does not answer, RFC 3339.")]
    public string? UnreachableSince { get; init; }
}
