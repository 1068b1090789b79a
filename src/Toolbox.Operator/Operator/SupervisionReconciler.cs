using System.Text.Json.Nodes;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Resources;

namespace Toolbox.Operator.Operator;

/// <summary>Keeps a supervisor for every FlinkCluster as long as one is needed.</summary>
public sealed class SupervisionReconciler(OperatorWorld world, Effects effects) : IReconciler
{
    public WorkKind Kind => WorkKind.Supervision;

    public async Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
    {
        if (world.Clusters.Get(key.Namespace, key.Name) is not { } resource) return null;
        var decision = SupervisionDecide.Decide(new SupervisionSnapshot(
            resource.ReadMetadata(), resource.ClusterSpec(), world.Supervisor(resource.Name), world.SupervisorPodCount(resource.Name)));
        return await effects.CarryOut(
            key, decision, new ResourceContext(resource, resource.Name), () => new JsonObject(), newer => world.Clusters.Offer(newer), access: null, cancellation);
    }
}
