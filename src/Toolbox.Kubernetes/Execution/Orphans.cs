using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Execution;

/// <summary>Removes what a FlinkCluster or FlinkJob left behind.</summary>
sealed class Orphans(KubernetesApiClient client, OwnedObjects objects)
{
    static readonly TimeSpan CacheIsBehind = TimeSpan.FromSeconds(30);

    // A cache may be behind: an owner that has just been created would be taken for one that is gone.
    public async Task<Outcome> Delete(string @namespace, Command.Kubernetes.DeleteOrphan orphan, CancellationToken cancellation)
    {
        foreach (var type in new[] { FlinkResourceTypes.Clusters, FlinkResourceTypes.Jobs })
        {
            var answer = await client.List(type, @namespace, new ListOptions(), cancellation);
            if (!answer.IsOk(out var list)) return Outcomes.From(answer);
            if (list.Items.FirstOrDefault(item => item.Uid == orphan.OwnerUid) is { } owner)
                return new Outcome.Throttled(CacheIsBehind, $"its owner, {type.Kind} '{owner.Name}', exists");
        }
        return orphan.Kind switch
        {
            OwnedKind.Pod => await objects.Delete(ResourceTypes.Pods, @namespace, orphan.Name, orphan.Uid, cancellation),
            OwnedKind.Service => await objects.Delete(ResourceTypes.Services, @namespace, orphan.Name, orphan.Uid, cancellation),
            OwnedKind.Job => await objects.Delete(ResourceTypes.Jobs, @namespace, orphan.Name, orphan.Uid, cancellation),
            _ => await objects.Delete(ResourceTypes.Deployments, @namespace, orphan.Name, orphan.Uid, cancellation),
        };
    }
}
