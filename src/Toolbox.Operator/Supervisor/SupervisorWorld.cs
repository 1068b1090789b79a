using k8s.Models;
using LanguageExt;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;
using Toolbox.Operator.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Supervisor;

/// <summary>What a supervisor knows of Kubernetes: caches that its watches keep up to date.</summary>
public sealed class SupervisorWorld(KubernetesApiClient client, string @namespace, string cluster) : IAsyncDisposable
{
    public string Namespace { get; } = @namespace;

    public string ClusterName { get; } = cluster;

    // All clusters of the namespace: their names decide which jobs are ours.
    public ResourceCache<FlinkResource> Clusters { get; } = Cache(client, FlinkResourceTypes.Clusters, @namespace);

    public ResourceCache<FlinkResource> Jobs { get; } = Cache(client, FlinkResourceTypes.Jobs, @namespace);

    public ResourceCache<V1Pod> Pods { get; } = ResourceCache<V1Pod>.Start(client, ResourceTypes.Pods, Ours<V1Pod>(@namespace, cluster));

    public ResourceCache<V1Service> Services { get; } = ResourceCache<V1Service>.Start(client, ResourceTypes.Services, Ours<V1Service>(@namespace, cluster));

    public ResourceCache<V1Job> Bootstraps { get; } = ResourceCache<V1Job>.Start(client, ResourceTypes.Jobs, Ours<V1Job>(@namespace, cluster));

    public Task WhenSynced => Task.WhenAll(Clusters.WhenSynced, Jobs.WhenSynced, Pods.WhenSynced, Services.WhenSynced, Bootstraps.WhenSynced);

    public Option<FlinkResource> Cluster => Optional(Clusters.Get(Namespace, ClusterName));

    /// <summary>The FlinkJobs that belong to this cluster, in the order of their names.</summary>
    public IEnumerable<FlinkResource> JobsOfCluster()
    {
        var names = Clusters.InNamespace(Namespace).Keys.ToArray();
        return Jobs.InNamespace(Namespace).Values.Where(job => ClusterOf(job, names) == ClusterName).OrderBy(job => job.Name, StringComparer.Ordinal);
    }

    public bool IsOurs(FlinkResource job) => ClusterOf(job, Clusters.InNamespace(Namespace).Keys) == ClusterName;

    public Seq<PodObservation> PodsOf(ObjectRole role) =>
        Pods.Items.Where(pod => pod.HasRole(role)).OrderBy(pod => pod.Metadata.Name, StringComparer.Ordinal).Select(PodReading.Observe).ToSeq().Strict();

    /// <summary>The JobManager that can be asked: one pod, alive, with an address.</summary>
    public Option<PodObservation> JobManager()
    {
        var living = PodsOf(ObjectRole.JobManager).Filter(pod => !pod.IsDeleting && !pod.HasEnded);
        return living.Count == 1 && living.Head.Address.Length > 0 ? living.Head : None;
    }

    public Presence Service() => Optional(Services.Get(Namespace, ObjectNames.JobManagerService(ClusterName))).Match(
        service => service.Metadata.DeletionTimestamp is null ? Presence.Present : Presence.Terminating, () => Presence.Absent);

    public BootstrapObservation Bootstrap(string job)
    {
        var name = JobAssociation.NameInCluster(job, ClusterName);
        var pods = Pods.Items.Where(pod => pod.HasRole(ObjectRole.Bootstrap) && pod.JobLabel() == ObjectNames.LabelValue(name)).ToArray();
        return BootstrapReading.Observe(Optional(Bootstraps.Get(Namespace, ObjectNames.BootstrapJob(ClusterName, name))), pods);
    }

    public async ValueTask DisposeAsync()
    {
        await Clusters.DisposeAsync();
        await Jobs.DisposeAsync();
        await Pods.DisposeAsync();
        await Services.DisposeAsync();
        await Bootstraps.DisposeAsync();
    }

    static Option<string> ClusterOf(FlinkResource job, IEnumerable<string> clusters) =>
        JobAssociation.ClusterOf(job.Name, job.JobStatus().ClusterName, clusters);

    static ResourceCache<FlinkResource> Cache(KubernetesApiClient client, ResourceType<FlinkResource> type, string @namespace) =>
        ResourceCache<FlinkResource>.Start(client, type, new CacheOptions<FlinkResource> { Namespace = @namespace, Trim = FlinkResourceTypes.Trim });

    static CacheOptions<T> Ours<T>(string @namespace, string cluster) => new()
    {
        Namespace = @namespace,
        LabelSelector = $"{ObjectLabels.Owner}={ObjectLabels.OwnerValue},{ObjectLabels.ClusterName}={ObjectNames.LabelValue(cluster)}",
    };
}
