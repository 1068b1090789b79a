using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Deployment;

/// <summary>Everything that a decision about a deployment may look at.</summary>
/// <param name="Cluster">The FlinkCluster of the deployment's name.</param>
/// <param name="Jobs">The FlinkJobs that are declared or belong to the deployment.</param>
public sealed record DeploymentSnapshot(
    ResourceMetadata Metadata,
    Either<Seq<SpecError>, DeploymentSpec> Spec,
    DeploymentStatus Status,
    Option<ChildObservation> Cluster,
    Seq<ChildObservation> Jobs,
    Option<string> LastFailure,
    DateTimeOffset Now)
{
    public string Name => Metadata.Name;

    public string JobName(DeploymentJob job) => $"{Name}-{job.Name}";
}
