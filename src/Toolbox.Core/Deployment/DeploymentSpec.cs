using LanguageExt;
using Toolbox.Core.Cluster;

namespace Toolbox.Core.Deployment;

/// <summary>A FlinkDeployment's spec: one cluster of the same name, and its jobs.</summary>
/// <param name="DeclaresTaskManagers">The declared number of TaskManagers where the field is there; without it others decide.</param>
public sealed record DeploymentSpec(ClusterSpec Cluster, string ClusterSpecDigest, Option<int> DeclaresTaskManagers, Seq<DeploymentJob> Jobs);
