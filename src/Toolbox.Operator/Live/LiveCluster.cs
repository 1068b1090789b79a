using k8s.Models;
using Toolbox.Kubernetes.Resources;
using Toolbox.Manifests;
using Toolbox.Operator.Resources;
using Toolbox.Operator.Supervisor;

namespace Toolbox.Operator.Live;

/// <summary>One cluster of a namespace that was looked at once.</summary>
public sealed class LiveCluster(LiveNamespace live, string cluster) : ClusterView(live.Name, cluster)
{
    protected override IReadOnlyDictionary<string, FlinkResource> ClustersByName => live.Clusters;

    protected override IReadOnlyDictionary<string, FlinkResource> JobsByName => live.Jobs;

    protected override IEnumerable<V1Pod> AllPods => live.Pods.Where(IsOurs);

    protected override V1Service? ServiceOf(string name) => live.Services.FirstOrDefault(service => service.Metadata.Name == name && IsOurs(service));

    protected override V1Job? BootstrapJobOf(string name) => live.Bootstraps.FirstOrDefault(job => job.Metadata.Name == name && IsOurs(job));

    // The supervisor sees what carries its cluster's label.
    bool IsOurs(IMetadata<V1ObjectMeta> item) => item.ClusterLabel() == ObjectNames.LabelValue(ClusterName);
}
