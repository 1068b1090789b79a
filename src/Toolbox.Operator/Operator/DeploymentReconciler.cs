using Toolbox.Core.Deployment;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Operator.Loop;

namespace Toolbox.Operator.Operator;

/// <summary>Observes a FlinkDeployment and its children, decides, and carries the decision out.</summary>
public sealed class DeploymentReconciler(OperatorWorld world, Effects effects, Failures failures, TimeProvider clock) : IReconciler
{
    public WorkKind Kind => WorkKind.Deployment;

    public async Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
    {
        if (world.Deployments.Get(key.Namespace, key.Name) is not { } resource) return null;
        var snapshot = DeploymentObserving.Observe(
            resource, world.Clusters.InNamespace(key.Namespace), world.Jobs.InNamespace(key.Namespace), failures.Of(key), clock.GetUtcNow());
        var decision = DeploymentDecide.Decide(snapshot);
        return await effects.CarryOut(
            key, decision, new ResourceContext(resource, resource.Name), () => DeploymentStatusPatch.Between(resource.Status, decision.Status),
            newer => world.Deployments.Offer(newer), access: null, cancellation);
    }
}
