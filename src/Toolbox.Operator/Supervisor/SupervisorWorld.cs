using k8s.Models;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Operator.Supervisor;

/// <summary>What a supervisor knows of Kubernetes: caches that its watches keep up to date.</summary>
public sealed class SupervisorWorld(KubernetesApiClient client, string @namespace, string cluster) : ClusterView(@namespace, cluster), IAsyncDisposable
{
    public ResourceCache<FlinkResource> Clusters { get; } = Cache(client, FlinkResourceTypes.Clusters, @namespace);

    public ResourceCache<FlinkResource> Jobs { get; } = Cache(client, FlinkResourceTypes.Jobs, @namespace);

    public ResourceCache<V1Pod> Pods { get; } = ResourceCache<V1Pod>.Start(client, ResourceTypes.Pods, Ours<V1Pod>(@namespace, cluster));

    public ResourceCache<V1Service> Services { get; } = ResourceCache<V1Service>.Start(client, ResourceTypes.Services, Ours<V1Service>(@namespace, cluster));

    public ResourceCache<V1Job> Bootstraps { get; } = ResourceCache<V1Job>.Start(client, ResourceTypes.Jobs, Ours<V1Job>(@namespace, cluster));

    public Task WhenSynced => Task.WhenAll(Clusters.WhenSynced, Jobs.WhenSynced, Pods.WhenSynced, Services.WhenSynced, Bootstraps.WhenSynced);

    protected override IReadOnlyDictionary<string, FlinkResource> ClustersByName => Clusters.InNamespace(Namespace);

    protected override IReadOnlyDictionary<string, FlinkResource> JobsByName => Jobs.InNamespace(Namespace);

    protected override IEnumerable<V1Pod> AllPods => Pods.Items;

    protected override V1Service? ServiceOf(string name) => Services.Get(Namespace, name);

    protected override V1Job? BootstrapJobOf(string name) => Bootstraps.Get(Namespace, name);

    public async ValueTask DisposeAsync()
    {
        await Clusters.DisposeAsync();
        await Jobs.DisposeAsync();
        await Pods.DisposeAsync();
        await Services.DisposeAsync();
        await Bootstraps.DisposeAsync();
    }

    static ResourceCache<FlinkResource> Cache(KubernetesApiClient client, ResourceType<FlinkResource> type, string @namespace) =>
        ResourceCache<FlinkResource>.Start(client, type, new CacheOptions<FlinkResource> { Namespace = @namespace, Trim = FlinkResourceTypes.Trim });

    static CacheOptions<T> Ours<T>(string @namespace, string cluster) => new()
    {
        Namespace = @namespace,
        LabelSelector = $"{ObjectLabels.Owner}={ObjectLabels.OwnerValue},{ObjectLabels.ClusterName}={ObjectNames.LabelValue(cluster)}",
    };
}
