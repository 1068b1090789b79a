using System.Text.Json;
using Toolbox.Core.Job;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Resources;

/// <summary>Finds resources in the caches by the names that paths carry.</summary>
sealed class ResourceLookup(RestWorld world)
{
    public IEnumerable<string> DeploymentNames() => Sorted(world.Deployments.InNamespace(world.Namespace).Keys);

    public IEnumerable<string> ClusterNames() => Sorted(world.Clusters.InNamespace(world.Namespace).Keys);

    /// <summary>The jobs of a cluster by their own names, without the cluster's.</summary>
    public IEnumerable<string> JobNames(string cluster) => Sorted(
        world.Jobs.InNamespace(world.Namespace).Values
            .Where(job => ClusterOf(job) == cluster)
            .Select(job => JobAssociation.NameInCluster(job.Name, cluster)));

    public FlinkResource? Deployment(string name) => world.Deployments.Get(world.Namespace, name);

    public FlinkResource? Cluster(string name) => world.Clusters.Get(world.Namespace, name);

    public FlinkResource? Job(string cluster, string job) =>
        BelongsElsewhere(cluster, job) ? null : world.Jobs.Get(world.Namespace, JobName(cluster, job));

    /// <summary>True when the job exists, but as one of another cluster: <c>b-c</c> of <c>a</c> is <c>c</c> of <c>a-b</c>, if that is its cluster.</summary>
    public bool BelongsElsewhere(string cluster, string job) =>
        world.Jobs.Get(world.Namespace, JobName(cluster, job)) is { } found && ClusterOf(found) is { Length: > 0 } owner && owner != cluster;

    public static string JobName(string cluster, string job) => $"{cluster}-{job}";

    string ClusterOf(FlinkResource job) =>
        JobAssociation.ClusterOf(job.Name, Pinned(job.Status), world.Clusters.InNamespace(world.Namespace).Keys).IfNone("");

    static string Pinned(JsonElement status) =>
        status.ValueKind == JsonValueKind.Object && status.TryGetProperty("clusterName", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()! : "";

    static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);
}
