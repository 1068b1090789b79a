namespace Toolbox.Manifests;

/// <summary>Which bootstrap Job is to be rendered.</summary>
/// <param name="Namespace">Namespace of the job.</param>
/// <param name="ClusterName">Name of the FlinkCluster.</param>
/// <param name="JobName">Name of the job inside its cluster: the name of the FlinkJob without the cluster's name.</param>
/// <param name="OwnerUid">Uid of the FlinkJob.</param>
/// <param name="SpecDigest">Digest of <c>spec.bootstrap</c>.</param>
/// <param name="JobId">Flink job id of the submission, 32 hexadecimal digits.</param>
/// <param name="Parallelism">Parallelism of the submission.</param>
/// <param name="SavepointPath">Savepoint or retained checkpoint to start from; empty: start without state.</param>
/// <param name="AllowNonRestoredState">State that no operator of the job takes up may be dropped.</param>
/// <param name="DryRun">The Job completes without a pod.</param>
public sealed record BootstrapJobIdentity(
    string Namespace,
    string ClusterName,
    string JobName,
    string OwnerUid,
    string SpecDigest,
    string JobId,
    int Parallelism,
    string SavepointPath = "",
    bool AllowNonRestoredState = false,
    bool DryRun = false);
