namespace Toolbox.Manifests.CustomResources;

/// <summary>Digests of the cluster and the jobs of a deployment.</summary>
public sealed record DeploymentDigest
{
    public ClusterDigest? Cluster { get; init; }

    public IReadOnlyList<DeploymentJobDigest>? Jobs { get; init; }
}
