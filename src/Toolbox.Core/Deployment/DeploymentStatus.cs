using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Deployment;

/// <summary>The status of a FlinkDeployment.</summary>
public sealed record DeploymentStatus
{
    public static readonly DeploymentStatus Empty = new();

    /// <summary>Updated only when cluster and jobs are.</summary>
    public ResourceStatus ResourceStatus { get; init; } = ResourceStatus.Unknown;
    public Option<ClusterDigest> ClusterDigest { get; init; }
    public Seq<DeploymentJobDigest> JobDigests { get; init; }

    /// <summary>What was applied last, so that an edit of the deployment is told from an edit of its children.</summary>
    public Option<AppliedScale> AppliedTaskManagers { get; init; }
    public Seq<AppliedScale> AppliedParallelism { get; init; }
    public Option<DateTimeOffset> Timestamp { get; init; }
    public long ObservedGeneration { get; init; }
    public Seq<Condition> Conditions { get; init; }
    public Option<LastDecision> Decision { get; init; }
}
