using k8s.Models;
using Toolbox.Api.Rest.FlinkReads;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Rest;

/// <summary>What the REST API answers from: the process' caches, and the clients for what is not in them.</summary>
/// <param name="Client">For commands, which go straight to the API server.</param>
/// <param name="Namespace">The only one that is served.</param>
/// <param name="JobManagers">The JobManager pods of all clusters.</param>
public sealed record RestWorld(
    KubernetesApiClient Client, string Namespace,
    ResourceCache<FlinkResource> Deployments, ResourceCache<FlinkResource> Clusters, ResourceCache<FlinkResource> Jobs,
    ResourceCache<V1Pod> JobManagers, TimeProvider Clock)
{
    /// <summary>How JobManagers are reached.</summary>
    public FlinkAccessOptions Flink { get; init; } = new();

    /// <summary>True once every cache has been filled: only then is what they lack really absent.</summary>
    public bool IsReady =>
        Deployments.WhenSynced.IsCompletedSuccessfully && Clusters.WhenSynced.IsCompletedSuccessfully
        && Jobs.WhenSynced.IsCompletedSuccessfully && JobManagers.WhenSynced.IsCompletedSuccessfully;

    /// <summary>Since when the API server has not been heard; null while the caches follow it.</summary>
    public DateTimeOffset? StaleSince =>
        new[] { Deployments.State, Clusters.State, Jobs.State, JobManagers.State }.OfType<CacheState.Stale>().Select(state => (DateTimeOffset?)state.Since).Min();
}
