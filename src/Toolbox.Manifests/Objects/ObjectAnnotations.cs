namespace Toolbox.Manifests;

/// <summary>
/// Annotations of rendered objects. They stand in for owner references: with those, a foreground deletion of a cluster would kill Flink
/// before its savepoint is taken.
/// </summary>
public static class ObjectAnnotations
{
    /// <summary>Uid of the FlinkCluster (of the FlinkJob for a bootstrap) that the object was made for.</summary>
    public const string OwnerUid = "flink-operator/owner-uid";

    /// <summary>Digest of the parts of the spec that the object was rendered from.</summary>
    public const string SpecDigest = "flink-operator/spec-digest";

    /// <summary>Digest of <c>spec.supervisor</c> on the supervisor's Deployment.</summary>
    public const string DeploymentDigest = "flink-operator/deployment-digest";

    /// <summary>Flink job id that a bootstrap submits.</summary>
    public const string JobId = "flink-operator/job-id";

    /// <summary>On a FlinkCluster or FlinkJob: the number of its FlinkDeployment that was taken over last, written together with the number itself.</summary>
    public const string AppliedNumber = "flink-operator/applied-number";

    /// <summary>The user's annotations with ours; ours win, since the operator relies on them.</summary>
    internal static Dictionary<string, string> With(
        IReadOnlyDictionary<string, string>? given, string ownerUid, string specDigest)
    {
        var annotations = new Dictionary<string, string>(given ?? new Dictionary<string, string>())
        {
            [OwnerUid] = ownerUid,
            [SpecDigest] = specDigest
        };
        return annotations;
    }
}
