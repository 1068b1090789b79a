using Toolbox.Core.Cluster;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Loop;

namespace Toolbox.Operator.Supervisor;

/// <summary>Observes a FlinkCluster and all that belongs to it, decides, and carries the decision out.</summary>
public sealed class ClusterReconciler(SupervisorWorld world, FlinkProbe probe, Effects effects, Failures failures, TimeProvider clock) : IReconciler
{
    public WorkKind Kind => WorkKind.Cluster;

    public async Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
    {
        if (world.Cluster.Case is not FlinkResource resource) return null;
        var jobManager = world.JobManager();
        var access = jobManager.MatchUnsafe(pod => probe.At(pod.Address, pod.Process), () => (JobManagerAccess?)null);
        probe.Keep(jobManager.Map(pod => (pod.Address, pod.Process)).ToSeq());
        var snapshot = await ClusterObserving.Observe(world, resource, access, failures.Of(key), clock, cancellation);
        var decision = ClusterDecide.Decide(snapshot);
        return await effects.CarryOut(
            key, decision, new ResourceContext(resource, resource.Name), () => ClusterStatusPatch.Between(resource.Status, decision.Status),
            newer => world.Clusters.Offer(newer), access, cancellation);
    }
}
