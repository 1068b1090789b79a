namespace Toolbox.Manifests;

/// <summary>Which JobManager Service is to be rendered.</summary>
/// <param name="Namespace">Namespace of the cluster.</param>
/// <param name="ClusterName">Name of the FlinkCluster.</param>
/// <param name="OwnerUid">Uid of the FlinkCluster.</param>
/// <param name="SpecDigest">Digest of <c>spec.jobManager</c>.</param>
public sealed record JobManagerServiceIdentity(string Namespace, string ClusterName, string OwnerUid, string SpecDigest);
