using k8s.Models;
using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Job;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;
using Toolbox.Operator.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Operator;

/// <summary>What the operator knows of Kubernetes: caches that its watches keep up to date.</summary>
public sealed class OperatorWorld(KubernetesApiClient client, string @namespace) : IAsyncDisposable
{
    const string Ours = $"{ObjectLabels.Owner}={ObjectLabels.OwnerValue}";

    public string Namespace { get; } = @namespace;

    public ResourceCache<FlinkResource> Deployments { get; } = Cache(client, FlinkResourceTypes.Deployments, @namespace);

    public ResourceCache<FlinkResource> Clusters { get; } = Cache(client, FlinkResourceTypes.Clusters, @namespace);

    public ResourceCache<FlinkResource> Jobs { get; } = Cache(client, FlinkResourceTypes.Jobs, @namespace);

    public ResourceCache<V1Deployment> SupervisorDeployments { get; } =
        ResourceCache<V1Deployment>.Start(client, ResourceTypes.Deployments, Labelled<V1Deployment>(@namespace));

    public ResourceCache<V1Pod> Pods { get; } = ResourceCache<V1Pod>.Start(client, ResourceTypes.Pods, Labelled<V1Pod>(@namespace));

    /// <summary>Where Flink answers for each cluster; decisions of the operator need it not.</summary>
    public ResourceCache<V1Pod> JobManagerPods { get; } = ResourceCache<V1Pod>.Start(
        client, ResourceTypes.Pods, new CacheOptions<V1Pod> { Namespace = @namespace, LabelSelector = $"{Ours},{ObjectLabels.Role}=jobmanager" });

    public ResourceCache<V1Service> Services { get; } = ResourceCache<V1Service>.Start(client, ResourceTypes.Services, Labelled<V1Service>(@namespace));

    public ResourceCache<V1Job> Bootstraps { get; } = ResourceCache<V1Job>.Start(client, ResourceTypes.Jobs, Labelled<V1Job>(@namespace));

    public Task WhenSynced => Task.WhenAll(
        Deployments.WhenSynced, Clusters.WhenSynced, Jobs.WhenSynced, SupervisorDeployments.WhenSynced, Pods.WhenSynced, Services.WhenSynced,
        Bootstraps.WhenSynced, JobManagerPods.WhenSynced);

    /// <summary>The name of the cluster that a job belongs to, if it exists.</summary>
    public Option<string> ClusterOf(FlinkResource job)
    {
        var names = Clusters.InNamespace(Namespace);
        return JobAssociation.ClusterOf(job.Name, job.JobStatus().ClusterName, names.Keys).Filter(names.ContainsKey);
    }

    public SupervisorObservation Supervisor(string cluster) =>
        Optional(SupervisorDeployments.Get(Namespace, ObjectNames.SupervisorDeployment(cluster))).Match(
            SupervisorReading.Observe, () => SupervisorObservation.Absent);

    public int SupervisorPodCount(string cluster) => Pods.Items.Count(pod => pod.HasRole(ObjectRole.Supervisor) && pod.ClusterLabel() == ObjectNames.LabelValue(cluster));

    /// <summary>Everything with our labels, whoever made it.</summary>
    public IEnumerable<OwnedObject> OwnedObjects() =>
        Pods.Items.Select(item => OwnedReading.Observe(OwnedKind.Pod, item))
            .Concat(Services.Items.Select(item => OwnedReading.Observe(OwnedKind.Service, item)))
            .Concat(Bootstraps.Items.Select(item => OwnedReading.Observe(OwnedKind.Job, item)))
            .Concat(SupervisorDeployments.Items.Select(item => OwnedReading.Observe(OwnedKind.Deployment, item)));

    /// <summary>Whether a FlinkCluster or FlinkJob with this uid exists; only caches that are up to date can say that it does not.</summary>
    public Observation<Unit> Owner(string uid)
    {
        if (Clusters.Items.Concat(Jobs.Items).Any(item => item.Uid == uid)) return new Observation<Unit>.Known(Unit.Default);
        return Clusters.State is CacheState.Fresh && Jobs.State is CacheState.Fresh
            ? new Observation<Unit>.Absent()
            : new Observation<Unit>.Unreachable("the API server has not told the newest changes");
    }

    public async ValueTask DisposeAsync()
    {
        await Deployments.DisposeAsync();
        await Clusters.DisposeAsync();
        await Jobs.DisposeAsync();
        await SupervisorDeployments.DisposeAsync();
        await Pods.DisposeAsync();
        await Services.DisposeAsync();
        await Bootstraps.DisposeAsync();
        await JobManagerPods.DisposeAsync();
    }

    static CacheOptions<T> Labelled<T>(string @namespace) => new() { Namespace = @namespace, LabelSelector = Ours };

    static ResourceCache<FlinkResource> Cache(KubernetesApiClient client, ResourceType<FlinkResource> type, string @namespace) =>
        ResourceCache<FlinkResource>.Start(client, type, new CacheOptions<FlinkResource> { Namespace = @namespace, Trim = FlinkResourceTypes.Trim });
}
