using k8s.Models;
using LanguageExt;
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
    const string Supervisors = $"{ObjectLabels.Owner}={ObjectLabels.OwnerValue},{ObjectLabels.Role}=supervisor";
    const string JobManagers = $"{ObjectLabels.Owner}={ObjectLabels.OwnerValue},{ObjectLabels.Role}=jobmanager";

    public string Namespace { get; } = @namespace;

    public ResourceCache<FlinkResource> Deployments { get; } = Cache(client, FlinkResourceTypes.Deployments, @namespace);

    public ResourceCache<FlinkResource> Clusters { get; } = Cache(client, FlinkResourceTypes.Clusters, @namespace);

    public ResourceCache<FlinkResource> Jobs { get; } = Cache(client, FlinkResourceTypes.Jobs, @namespace);

    public ResourceCache<V1Deployment> SupervisorDeployments { get; } = ResourceCache<V1Deployment>.Start(
        client, ResourceTypes.Deployments, new CacheOptions<V1Deployment> { Namespace = @namespace, LabelSelector = Supervisors });

    public ResourceCache<V1Pod> SupervisorPods { get; } = ResourceCache<V1Pod>.Start(
        client, ResourceTypes.Pods, new CacheOptions<V1Pod> { Namespace = @namespace, LabelSelector = Supervisors });

    /// <summary>Where Flink answers for each cluster; decisions of the operator need it not.</summary>
    public ResourceCache<V1Pod> JobManagerPods { get; } = ResourceCache<V1Pod>.Start(
        client, ResourceTypes.Pods, new CacheOptions<V1Pod> { Namespace = @namespace, LabelSelector = JobManagers });

    public Task WhenSynced => Task.WhenAll(
        Deployments.WhenSynced, Clusters.WhenSynced, Jobs.WhenSynced, SupervisorDeployments.WhenSynced, SupervisorPods.WhenSynced, JobManagerPods.WhenSynced);

    /// <summary>The name of the cluster that a job belongs to, if it exists.</summary>
    public Option<string> ClusterOf(FlinkResource job)
    {
        var names = Clusters.InNamespace(Namespace);
        return JobAssociation.ClusterOf(job.Name, job.JobStatus().ClusterName, names.Keys).Filter(names.ContainsKey);
    }

    public SupervisorObservation Supervisor(string cluster) =>
        Optional(SupervisorDeployments.Get(Namespace, ObjectNames.SupervisorDeployment(cluster))).Match(
            SupervisorReading.Observe, () => SupervisorObservation.Absent);

    public int SupervisorPodCount(string cluster) => SupervisorPods.Items.Count(pod => pod.ClusterLabel() == ObjectNames.LabelValue(cluster));

    public async ValueTask DisposeAsync()
    {
        await Deployments.DisposeAsync();
        await Clusters.DisposeAsync();
        await Jobs.DisposeAsync();
        await SupervisorDeployments.DisposeAsync();
        await SupervisorPods.DisposeAsync();
        await JobManagerPods.DisposeAsync();
    }

    static ResourceCache<FlinkResource> Cache(KubernetesApiClient client, ResourceType<FlinkResource> type, string @namespace) =>
        ResourceCache<FlinkResource>.Start(client, type, new CacheOptions<FlinkResource> { Namespace = @namespace, Trim = FlinkResourceTypes.Trim });
}
