using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Tests.Execution;

/// <summary>Resources that tests begin with.</summary>
static class Resources
{
    public const string ClusterSpec =
        """
        {"taskManagers":2,"runtime":{"image":"flink:1.20"},"jobManager":{"serviceMode":"ClusterIP"},"taskManager":{"taskSlots":2},
         "supervisor":{"image":"flinkctl:2","serviceAccount":"flink-supervisor"}}
        """;

    public const string JobSpec =
        """
        {"jobParallelism":2,"bootstrap":{"image":"jobs:1","className":"Job","jarPath":"/flink-jobs.jar"},
         "savepoint":{"savepointInterval":0,"savepointTargetPath":"file:///savepoints"},"restart":{"restartPolicy":"Always"}}
        """;

    public static readonly string DeploymentSpec = $$"""{"cluster":{{ClusterSpec}},"jobs":[{"name":"job-1","spec":{{JobSpec}}}]}""";

    public static async Task<ResourceContext> Cluster(this KubernetesApiClient client, string @namespace, string spec = ClusterSpec, V1ObjectMeta? metadata = null) =>
        new(await client.Store(FlinkResourceTypes.Clusters, @namespace, "cluster-1", spec, metadata), "cluster-1");

    public static async Task<ResourceContext> Job(this KubernetesApiClient client, string @namespace, V1ObjectMeta? metadata = null) =>
        new(await client.Store(FlinkResourceTypes.Jobs, @namespace, "cluster-1-job-1", JobSpec, metadata), "cluster-1");

    public static async Task<ResourceContext> Deployment(this KubernetesApiClient client, string @namespace, string? spec = null) =>
        new(await client.Store(FlinkResourceTypes.Deployments, @namespace, "cluster-1", spec ?? DeploymentSpec, null), "cluster-1");

    public static async Task<FlinkResource> Store(
        this KubernetesApiClient client, ResourceType<FlinkResource> type, string @namespace, string name, string spec, V1ObjectMeta? metadata)
    {
        metadata ??= new V1ObjectMeta();
        metadata.Name = name;
        return ApiFixture.Value(await client.Create(type, @namespace, new FlinkResource { Metadata = metadata, Spec = JsonDocument.Parse(spec).RootElement }));
    }

    /// <summary>An edit by somebody else.</summary>
    public static async Task<FlinkResource> Edit(this KubernetesApiClient client, ResourceContext context, string patch) =>
        ApiFixture.Value(await client.MergePatch(
            FlinkResourceTypes.Of(context.Resource), context.Namespace, context.Resource.Name, JsonNode.Parse(patch)!));

    public static async Task<FlinkResource> Stored(this KubernetesApiClient client, ResourceContext context) =>
        ApiFixture.Value(await client.Get(FlinkResourceTypes.Of(context.Resource), context.Namespace, context.Resource.Name));
}
