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
    public Option<DateTimeOffset> Timestamp { get; init; }
    public long ObservedGeneration { get; init; }
    public Seq<Condition> Conditions { get; init; }
    public Option<LastDecision> Decision { get; init; }
}
