using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.Operator.Loop;

namespace Toolbox.Operator.Operator;

/// <summary>Removes objects of ours whose FlinkCluster or FlinkJob is gone; a key's name is <see cref="KeyOf"/>.</summary>
public sealed class OrphanReconciler(OperatorWorld world, Effects effects, TimeProvider clock) : IReconciler
{
    public WorkKind Kind => WorkKind.Orphan;

    public static string KeyOf(OwnedObject item) => $"{item.Kind}/{item.Name}";

    public async Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
    {
        if (world.OwnedObjects().FirstOrDefault(item => KeyOf(item) == key.Name) is not { } item) return null;
        var decision = OrphanDecide.Decide(new OrphanSnapshot(item, world.Owner(item.OwnerUid), clock.GetUtcNow()));
        // What it belonged to is gone: the object stands for itself.
        var context = new ResourceContext(new FlinkResource { Metadata = new V1ObjectMeta { NamespaceProperty = key.Namespace, Name = item.Name } }, "");
        return await effects.CarryOut(key, decision, context, () => new JsonObject(), _ => { }, access: null, cancellation);
    }
}
