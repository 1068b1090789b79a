using LanguageExt;
using Toolbox.Core.Deployment;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.Manifests.CustomResources;
using Toolbox.Operator.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Operator;

/// <summary>Observes a FlinkDeployment and its children.</summary>
public static class DeploymentObserving
{
    /// <param name="clusters">All of the namespace, by name.</param>
    /// <param name="jobs">All of the namespace, by name.</param>
    /// <param name="failure">What went wrong with the last command about this deployment, if it did.</param>
    public static DeploymentSnapshot Observe(
        FlinkResource resource, IReadOnlyDictionary<string, FlinkResource> clusters, IReadOnlyDictionary<string, FlinkResource> jobs,
        Option<string> failure, DateTimeOffset now)
    {
        var spec = resource.DeploymentSpec();
        var declared = spec.Match(valid => valid.Jobs.Map(job => $"{resource.Name}-{job.Name}"), _ => LanguageExt.Seq<string>.Empty);
        var children = jobs.Values
            .Where(job => declared.Contains(job.Name) || Owner(job) == resource.Uid)
            .OrderBy(job => job.Name, StringComparer.Ordinal)
            .Select(ChildReading.ObserveJob)
            .ToSeq().Strict();
        var cluster = Optional(clusters.GetValueOrDefault(resource.Name)).Map(ChildReading.ObserveCluster);
        return new DeploymentSnapshot(resource.ReadMetadata(), spec, resource.DeploymentStatus(), cluster, children, failure, now);
    }

    static string Owner(FlinkResource child) =>
        child.Metadata.OwnerReferences?.FirstOrDefault(owner => owner.Kind == FlinkDeployment.KindName)?.Uid ?? "";
}
