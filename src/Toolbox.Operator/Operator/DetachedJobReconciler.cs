using Toolbox.Core.Job;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Resources;

namespace Toolbox.Operator.Operator;

/// <summary>Looks after FlinkJobs whose cluster does not exist.</summary>
public sealed class DetachedJobReconciler(OperatorWorld world, Effects effects, TimeProvider clock) : IReconciler
{
    public WorkKind Kind => WorkKind.DetachedJob;

    public async Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
    {
        if (world.Jobs.Get(key.Namespace, key.Name) is not { } resource) return null;
        var cluster = world.ClusterOf(resource);
        var decision = DetachedJobDecide.Decide(resource.ReadMetadata(), resource.JobStatus(), cluster.IsSome, clock.GetUtcNow());
        return await effects.CarryOut(
            key, decision, new ResourceContext(resource, cluster.IfNone(resource.JobStatus().ClusterName)),
            () => JobStatusPatch.Between(resource.Status, decision.Status), newer => world.Jobs.Offer(newer), access: null, cancellation);
    }
}
