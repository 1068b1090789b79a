namespace Toolbox.Manifests;

/// <summary>Which JobManager or TaskManager pod is to be rendered.</summary>
/// <param name="Namespace">Namespace of the cluster.</param>
/// <param name="ClusterName">Name of the FlinkCluster.</param>
/// <param name="OwnerUid">Uid of the FlinkCluster.</param>
/// <param name="PodName">Full name of the pod, see <see cref="ObjectNames"/>.</param>
/// <param name="SpecDigest">Digest of the parts of the spec that the pod is rendered from.</param>
public sealed record FlinkPodIdentity(string Namespace, string ClusterName, string OwnerUid, string PodName, string SpecDigest);
