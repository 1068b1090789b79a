using k8s.Models;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Observations;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Kubernetes.Tests.Execution;

[Collection(ApiCollection.Name)]
public sealed class SupervisorsTests(ApiFixture api)
{
    static readonly Command.Kubernetes.ApplySupervisor Apply = new("cluster-1", "digest-1", 1);
    static readonly Command.Kubernetes.DeleteSupervisor Delete = new("cluster-1");

    readonly KubernetesApiClient _client = api.Client;
    readonly KubernetesCommandExecutor _executor = new(api.Client);

    [Fact]
    public async Task Supervisor_is_created_and_changed_in_place()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await Execute(cluster, Apply));
        var first = await Deployment(cluster);
        Assert.IsType<Outcome.Done>(await Execute(cluster, Apply with { Digest = "digest-2", Replicas = 2 }));
        var second = await Deployment(cluster);
        Assert.Equal(first.Metadata.Uid, second.Metadata.Uid);
        Assert.Equal((Presence.Present, "digest-2", 2), SupervisorReading.Observe(second) is var read ? (read.Presence, read.Digest, read.Replicas) : default);
    }

    [Fact]
    public async Task Supervisor_of_the_first_toolbox_ends_before_ours_begins()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        var labels = ObjectLabels.OfRole("cluster-1", ObjectRole.Supervisor);
        await Store(cluster, labels);
        var pod = await Pod(cluster, labels);
        Assert.Contains("is deleted first", Assert.IsType<Outcome.Throttled>(await Execute(cluster, Apply)).Reason, StringComparison.Ordinal);
        Assert.Contains("has not ended yet", Assert.IsType<Outcome.Throttled>(await Execute(cluster, Apply)).Reason, StringComparison.Ordinal);
        ApiFixture.Value(await _client.Delete(ResourceTypes.Pods, cluster.Namespace, pod, new DeleteOptions { GracePeriodSeconds = 0 }));
        Assert.IsType<Outcome.Done>(await Execute(cluster, Apply));
        Assert.Equal("supervisor", (await Deployment(cluster)).Spec.Template.Spec.Containers.Single().Name);
    }

    [Fact]
    public async Task Deployment_of_somebody_else_is_neither_changed_nor_deleted()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        await Store(cluster, new Dictionary<string, string> { ["app"] = "other" });
        Assert.IsType<Outcome.Rejected>(await Execute(cluster, Apply));
        Assert.IsType<Outcome.Rejected>(await Execute(cluster, Delete));
        Assert.Equal("bootstrap", (await Deployment(cluster)).Spec.Template.Spec.Containers.Single().Name);
    }

    [Fact]
    public async Task Supervisor_is_deleted_and_its_absence_is_fine()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await Execute(cluster, Apply));
        Assert.IsType<Outcome.Done>(await Execute(cluster, Delete));
        Assert.IsType<Outcome.Done>(await Execute(cluster, Delete));
        Assert.IsType<Answer<V1Deployment>.NotFound>(await _client.Get(ResourceTypes.Deployments, cluster.Namespace, "supervisor-cluster-1"));
    }

    [Fact]
    public async Task Spec_that_cannot_be_rendered_is_rejected_with_its_field()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        cluster.Resource.Spec = System.Text.Json.JsonDocument.Parse("""{"supervisor":{}}""").RootElement;
        Assert.StartsWith("spec.supervisor.image", Assert.IsType<Outcome.Rejected>(await Execute(cluster, Apply)).Message, StringComparison.Ordinal);
    }

    async Task<V1Deployment> Deployment(ResourceContext cluster) =>
        ApiFixture.Value(await _client.Get(ResourceTypes.Deployments, cluster.Namespace, "supervisor-cluster-1"));

    async Task Store(ResourceContext cluster, Dictionary<string, string> labels) =>
        ApiFixture.Value(await _client.Create(ResourceTypes.Deployments, cluster.Namespace, new V1Deployment
        {
            Metadata = new V1ObjectMeta { Name = "supervisor-cluster-1", Labels = labels },
            Spec = new V1DeploymentSpec
            {
                Replicas = 0,
                Selector = new V1LabelSelector { MatchLabels = labels },
                Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = labels }, Spec = PodSpec() },
            },
        }));

    async Task<string> Pod(ResourceContext cluster, Dictionary<string, string> labels) =>
        ApiFixture.Value(await _client.Create(ResourceTypes.Pods, cluster.Namespace, new V1Pod
        {
            Metadata = new V1ObjectMeta { Name = "supervisor-cluster-1-0", Labels = labels },
            Spec = PodSpec(),
        })).Metadata.Name;

    static V1PodSpec PodSpec() => new() { Containers = [new V1Container { Name = "bootstrap", Image = "flinkctl:1" }] };

    Task<Outcome> Execute(ResourceContext context, Command.Kubernetes command) => _executor.Execute(command, context, CancellationToken.None);
}
