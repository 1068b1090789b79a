using LanguageExt;
using Toolbox.Core.Deployment;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Manifests.CustomResources;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Operator;

/// <summary>Observes a FlinkDeployment and its children, decides, and carries the decision out.</summary>
public sealed class DeploymentReconciler(OperatorWorld world, Effects effects, Failures failures, TimeProvider clock) : IReconciler
{
    public WorkKind Kind => WorkKind.Deployment;

    public async Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
    {
        if (world.Deployments.Get(key.Namespace, key.Name) is not { } resource) return null;
        var decision = DeploymentDecide.Decide(Observe(resource, key));
        return await effects.CarryOut(
            key, decision, new ResourceContext(resource, resource.Name), () => DeploymentStatusPatch.Between(resource.Status, decision.Status),
            newer => world.Deployments.Offer(newer), access: null, cancellation);
    }

    DeploymentSnapshot Observe(FlinkResource resource, WorkKey key)
    {
        var spec = resource.DeploymentSpec();
        var declared = spec.Match(valid => valid.Jobs.Map(job => $"{resource.Name}-{job.Name}"), _ => LanguageExt.Seq<string>.Empty);
        var jobs = world.Jobs.InNamespace(key.Namespace).Values
            .Where(job => declared.Contains(job.Name) || Owner(job) == resource.Uid)
            .OrderBy(job => job.Name, StringComparer.Ordinal)
            .Select(ChildReading.ObserveJob)
            .ToSeq().Strict();
        var cluster = Optional(world.Clusters.Get(key.Namespace, resource.Name))
            .Map(ChildReading.ObserveCluster);
        return new DeploymentSnapshot(
            resource.ReadMetadata(), spec, resource.DeploymentStatus(), cluster, jobs, failures.Of(key), clock.GetUtcNow());
    }

    static string Owner(FlinkResource child) =>
        child.Metadata.OwnerReferences?.FirstOrDefault(owner => owner.Kind == FlinkDeployment.KindName)?.Uid ?? "";
}
