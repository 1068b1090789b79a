namespace Toolbox.Manifests;

/// <summary>Which supervisor Deployment is to be rendered.</summary>
/// <param name="Namespace">Namespace of the cluster.</param>
/// <param name="ClusterName">Name of the FlinkCluster.</param>
/// <param name="OwnerUid">Uid of the FlinkCluster.</param>
/// <param name="SpecDigest">Digest of <c>spec.supervisor</c>.</param>
/// <param name="Replicas">Number of supervisors; null: as <c>spec.supervisor.replicas</c> says, which may be 0.</param>
/// <param name="DryRun">No supervisor process runs, and it is told to change nothing.</param>
public sealed record SupervisorDeploymentIdentity(
    string Namespace, string ClusterName, string OwnerUid, string SpecDigest, int? Replicas = null, bool DryRun = false);
