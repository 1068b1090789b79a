using System.Text.Json;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Core.Deployment;
using Toolbox.Core.Digests;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Tests.Execution;

[Collection(ApiCollection.Name)]
public sealed class ChildResourcesTests(ApiFixture api)
{
    readonly KubernetesApiClient _client = api.Client;
    readonly KubernetesCommandExecutor _executor = new(api.Client);

    [Fact]
    public async Task Cluster_is_created_as_declared_with_labels_and_owner()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, 2));
        var cluster = await Cluster(deployment);
        Assert.Equal(2, cluster.Spec.GetProperty("taskManagers").GetInt32());
        Assert.Equal(("flink-operator", "cluster-1", "flink"), (cluster.Metadata.Labels["owner"], cluster.Metadata.Labels["clusterName"], cluster.Metadata.Labels["component"]));
        var child = ChildReading.ObserveCluster(cluster);
        Assert.Equal((deployment.Resource.Uid, ClusterDigest(deployment)), (child.OwnerUid, child.SpecDigest));
    }

    [Fact]
    public async Task Job_is_created_as_declared_with_labels_and_owner()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await ApplyJob(deployment, "job-1", 3));
        var job = ApiFixture.Value(await _client.Get(FlinkResourceTypes.Jobs, deployment.Namespace, "cluster-1-job-1"));
        Assert.Equal((3, "job-1"), (job.Spec.GetProperty("jobParallelism").GetInt32(), job.Metadata.Labels["jobName"]));
        Assert.Equal(deployment.Resource.Uid, ChildReading.ObserveJob(job).OwnerUid);
    }

    [Fact]
    public async Task Number_that_others_wrote_stays_when_the_rest_is_applied()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, 2));
        var cluster = new ResourceContext(await Cluster(deployment), "cluster-1");
        Assert.IsType<Outcome.Done>(await _executor.Execute(new Command.Kubernetes.ScaleTaskManagers("cluster-1", 6), cluster, CancellationToken.None));
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, null));
        Assert.Equal(6, (await Cluster(deployment)).Spec.GetProperty("taskManagers").GetInt32());
    }

    [Fact]
    public async Task Number_that_we_wrote_stays_when_the_rest_is_applied()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, 2));
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, null));
        Assert.Equal(2, (await Cluster(deployment)).Spec.GetProperty("taskManagers").GetInt32());
    }

    [Fact]
    public async Task Edited_number_wins_over_the_number_of_others()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, 2));
        await _client.Edit(new ResourceContext(await Cluster(deployment), "cluster-1"), """{"spec":{"taskManagers":9}}""");
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, 4));
        Assert.Equal(4, (await Cluster(deployment)).Spec.GetProperty("taskManagers").GetInt32());
    }

    [Fact]
    public async Task Field_that_the_deployment_no_longer_declares_goes()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, 2));
        var edited = new ResourceContext(await _client.Edit(deployment, """{"spec":{"cluster":{"supervisor":{"serviceAccount":null}}}}"""), "cluster-1");
        Assert.IsType<Outcome.Done>(await ApplyCluster(edited, null));
        Assert.False((await Cluster(deployment)).Spec.GetProperty("supervisor").TryGetProperty("serviceAccount", out _));
    }

    [Fact]
    public async Task Field_that_somebody_added_to_the_cluster_goes_and_its_number_stays()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, 2));
        await _client.Edit(new ResourceContext(await Cluster(deployment), "cluster-1"), """{"spec":{"taskManagers":5,"runtime":{"pullSecrets":"mine"}}}""");
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, null));
        var cluster = await Cluster(deployment);
        Assert.Equal((ClusterDigest(deployment), 5), (ChildReading.ObserveCluster(cluster).SpecDigest, cluster.Spec.GetProperty("taskManagers").GetInt32()));
    }

    [Fact]
    public async Task Cluster_of_the_first_toolbox_is_taken_over()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        await _client.Cluster(deployment.Namespace, Resources.ClusterSpec.Replace("flink:1.20", "flink:1.9.2", StringComparison.Ordinal));
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, null));
        var child = ChildReading.ObserveCluster(await Cluster(deployment));
        Assert.Equal((deployment.Resource.Uid, ClusterDigest(deployment)), (child.OwnerUid, child.SpecDigest));
    }

    [Fact]
    public async Task Null_fields_of_the_deployment_are_as_good_as_absent()
    {
        var spec = Resources.DeploymentSpec.Replace("\"image\":\"flink:1.20\"", "\"image\":\"flink:1.20\",\"pullSecrets\":null", StringComparison.Ordinal);
        var deployment = await _client.Deployment(await api.NewNamespace(), spec);
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, 2));
        Assert.Equal(ClusterDigest(deployment), ChildReading.ObserveCluster(await Cluster(deployment)).SpecDigest);
    }

    [Fact]
    public async Task Job_that_is_not_declared_is_rejected()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        var rejected = Assert.IsType<Outcome.Rejected>(await ApplyJob(deployment, "job-9", null));
        Assert.Equal("the deployment declares no spec for 'cluster-1-job-9'", rejected.Message);
    }

    [Fact]
    public async Task Child_that_the_schema_refuses_is_rejected_with_the_server_s_words()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        deployment.Resource.Spec = JsonDocument.Parse("""{"cluster":{"runtime":{"image":"flink"}}}""").RootElement;
        var rejected = Assert.IsType<Outcome.Rejected>(await ApplyCluster(deployment, null));
        Assert.Contains("jobManager", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exactly_the_observed_children_are_deleted()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await ApplyCluster(deployment, 2));
        Assert.IsType<Outcome.Done>(await ApplyJob(deployment, "job-1", 1));
        var cluster = await Cluster(deployment);
        var job = ApiFixture.Value(await _client.Get(FlinkResourceTypes.Jobs, deployment.Namespace, "cluster-1-job-1"));
        Assert.IsType<Outcome.Conflict>(await Execute(deployment, new Command.Kubernetes.DeleteCluster("cluster-1", "0000")));
        Assert.IsType<Outcome.Conflict>(await Execute(deployment, new Command.Kubernetes.DeleteJob("cluster-1-job-1", "0000")));
        Assert.IsType<Outcome.Done>(await Execute(deployment, new Command.Kubernetes.DeleteCluster("cluster-1", cluster.Uid)));
        Assert.IsType<Outcome.Done>(await Execute(deployment, new Command.Kubernetes.DeleteJob("cluster-1-job-1", job.Uid)));
        Assert.IsType<Outcome.Done>(await Execute(deployment, new Command.Kubernetes.DeleteJob("cluster-1-job-1", job.Uid)));
    }

    static string ClusterDigest(ResourceContext deployment) => SpecDigest.Whole(deployment.Resource.Spec.GetProperty("cluster"), "taskManagers");

    Task<Outcome> ApplyCluster(ResourceContext deployment, int? taskManagers) =>
        Execute(deployment, new Command.Kubernetes.ApplyCluster("cluster-1", ClusterDigest(deployment), Edited(taskManagers)));

    Task<Outcome> ApplyJob(ResourceContext deployment, string name, int? parallelism)
    {
        var declared = deployment.Resource.Spec.GetProperty("jobs")[0].GetProperty("spec");
        return Execute(deployment, new Command.Kubernetes.ApplyJob($"cluster-1-{name}", name, SpecDigest.Whole(declared, "jobParallelism"), Edited(parallelism)));
    }

    static DeclaredNumber? Edited(int? number) => number is { } value ? new DeclaredNumber(value, IsEdited: true) : null;

    async Task<FlinkResource> Cluster(ResourceContext deployment) =>
        ApiFixture.Value(await _client.Get(FlinkResourceTypes.Clusters, deployment.Namespace, "cluster-1"));

    Task<Outcome> Execute(ResourceContext context, Command.Kubernetes command) => _executor.Execute(command, context, CancellationToken.None);
}
