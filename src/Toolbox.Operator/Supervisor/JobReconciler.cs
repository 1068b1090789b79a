using Toolbox.Core.Job;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Loop;

namespace Toolbox.Operator.Supervisor;

/// <summary>Observes a FlinkJob, its cluster and its Flink job, decides, and carries the decision out.</summary>
public sealed class JobReconciler(SupervisorWorld world, FlinkProbe probe, Effects effects, Failures failures, TimeProvider clock) : IReconciler
{
    public WorkKind Kind => WorkKind.Job;

    public async Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
    {
        if (world.Jobs.Get(key.Namespace, key.Name) is not { } resource || !world.IsOurs(resource)) return null;
        var access = JobObserving.Access(world, probe);
        var snapshot = await JobObserving.Observe(world, resource, access, failures.Of(key), clock, cancellation);
        var decision = JobDecide.Decide(snapshot);
        return await effects.CarryOut(
            key, decision, new ResourceContext(resource, world.ClusterName), () => JobStatusPatch.Between(resource.Status, decision.Status),
            newer => world.Jobs.Offer(newer), access, cancellation);
    }
}
