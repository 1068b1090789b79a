using System.Text.Json.Nodes;
using Toolbox.Core.Job;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Cli.Resources;

/// <summary>All that the toolbox has in one namespace, by name.</summary>
sealed record NamespaceContent(IReadOnlyList<JsonObject> Deployments, IReadOnlyList<JsonObject> Clusters, IReadOnlyList<JsonObject> Jobs, IReadOnlyList<JsonObject> Pods)
{
    const string Owned = $"{ObjectLabels.Component}={ObjectLabels.ComponentValue},{ObjectLabels.Owner}={ObjectLabels.OwnerValue}";

    public static ResourceType<JsonObject> PodType { get; } = ResourceTypes.Json("", "v1", "pods", "Pod");

    /// <exception cref="FailureException">The API server does not answer, or not to us.</exception>
    public static async Task<NamespaceContent> Read(KubernetesApiClient client, string @namespace, CancellationToken cancellation)
    {
        var resources = ResourceKind.All.Select(kind => List(client, kind.Type, @namespace, null, cancellation)).ToArray();
        var pods = List(client, PodType, @namespace, Owned, cancellation);
        return new NamespaceContent(await resources[0], await resources[1], await resources[2], await pods);
    }

    public IReadOnlyList<JsonObject> Of(ResourceKind kind) => kind == ResourceKind.Deployment ? Deployments : kind == ResourceKind.Cluster ? Clusters : Jobs;

    /// <summary>Name of the cluster that a job belongs to; empty when there is none.</summary>
    public string ClusterOf(JsonObject job) =>
        JobAssociation.ClusterOf(job.Name(), job.Text("status", "clusterName"), Clusters.Select(cluster => cluster.Name())).IfNone("");

    public IEnumerable<JsonObject> JobsOf(string cluster) => Jobs.Where(job => ClusterOf(job) == cluster);

    public IEnumerable<JsonObject> PodsOf(string cluster) => Pods.Where(pod => Label(pod, ObjectLabels.ClusterName) == ObjectNames.LabelValue(cluster));

    public static string Label(JsonObject pod, string name) => pod.Text("metadata", "labels", name);

    /// <summary>The FlinkDeployment that owns a resource; empty when none does.</summary>
    public static string OwnerOf(JsonObject resource) =>
        resource.Items("metadata", "ownerReferences").Where(owner => owner.Text("kind") == ResourceKind.Deployment.Type.Kind).Select(owner => owner.Text("name")).FirstOrDefault("");

    static async Task<IReadOnlyList<JsonObject>> List(
        KubernetesApiClient client, ResourceType<JsonObject> type, string @namespace, string? selector, CancellationToken cancellation)
    {
        var list = await Needed.From(client, type.Plural, client.ListAll(type, @namespace, new ListOptions { LabelSelector = selector }, cancellation));
        return [.. list.Items.OrderBy(item => item.Name(), StringComparer.Ordinal)];
    }
}
