using System.Text.Json.Nodes;
using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Core.Deployment;
using Toolbox.Core.Digests;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Statuses;
using Toolbox.KubernetesApi;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Tests.Execution;

/// <summary>The number of a deployment's cluster: the latest word wins, and none is lost.</summary>
[Collection(ApiCollection.Name)]
public sealed class ChildNumberTests(ApiFixture api)
{
    readonly KubernetesApiClient _client = api.Client;
    readonly KubernetesCommandExecutor _executor = new(api.Client);

    [Fact]
    public async Task Edit_whose_process_died_between_status_and_cluster_is_applied_by_the_next_process()
    {
        var deployment = await Applied();
        deployment = await Edited(deployment, 5);
        Assert.IsType<Outcome.Done>(await Status(deployment, await Decide(deployment)));
        Assert.Equal(2, (await Cluster(deployment)).Number);
        Assert.Equal(5, (await CarriedOut(deployment)).Number);
        Assert.True((await Decide(deployment)).Commands.IsEmpty);
    }

    [Fact]
    public async Task Edit_between_observation_and_status_conflicts_with_the_decision_and_counts_in_the_next_one()
    {
        var deployment = await Applied();
        deployment = await Edited(await EverythingUpdated(deployment), 5);
        var outdated = await Decide(deployment);
        var newest = await Edited(deployment, 6);
        Assert.IsType<Outcome.Conflict>(await Status(deployment, outdated));
        Assert.Equal(6, (await CarriedOut(newest)).Number);
    }

    [Fact]
    public async Task Number_that_a_user_wrote_after_the_deployment_s_stays()
    {
        var deployment = await Applied();
        deployment = await Edited(deployment, 5);
        await CarriedOut(deployment);
        await Scale(deployment, 7);
        Assert.True((await Decide(deployment)).Commands.IsEmpty);
        deployment = await Edit(deployment, """{"spec":{"cluster":{"supervisor":{"taskTimeout":10}}}}""");
        Assert.Equal(7, (await CarriedOut(deployment)).Number);
        Assert.Equal(4, (await CarriedOut(await Edited(deployment, 4))).Number);
    }

    [Fact]
    public async Task Decision_of_a_stale_cache_does_not_take_a_user_s_word_back()
    {
        var deployment = await Applied();
        deployment = await Edited(deployment, 5);
        var decision = await Decide(deployment);
        await CarriedOut(deployment);
        await Scale(deployment, 7);
        Assert.IsType<Outcome.Done>(await Execute(deployment, decision.Commands));
        Assert.Equal(7, (await Cluster(deployment)).Number);
    }

    [Fact]
    public async Task Number_that_is_only_written_down_leaves_the_cluster_s_own()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        await _client.Cluster(deployment.Namespace, Resources.ClusterSpec.Replace("\"taskManagers\":2", "\"taskManagers\":3", StringComparison.Ordinal));
        deployment = await Edit(deployment, """{"metadata":{"finalizers":["operator.nextbreakpoint.com"]},"spec":{"jobs":null}}""");
        var command = new Command.Kubernetes.ApplyCluster("cluster-1", Digest(deployment), new DeclaredNumber(2, IsEdited: false));
        Assert.IsType<Outcome.Done>(await Execute(deployment, Seq1<Command>(command)));
        Assert.Equal((3, Some(2)), await Cluster(deployment));
        Assert.Equal(4, (await CarriedOut(await Edited(deployment, 4))).Number);
    }

    [Fact]
    public async Task Cluster_that_lost_its_note_keeps_its_number_and_gets_the_note_back()
    {
        var deployment = await Applied();
        await Scale(deployment, 7);
        var cluster = new ResourceContext(await Stored(deployment), "cluster-1");
        await _client.Edit(cluster, """{"metadata":{"annotations":{"flink-operator/applied-number":null}}}""");
        Assert.Equal((7, Some(2)), await CarriedOut(deployment));
    }

    async Task<ResourceContext> Applied()
    {
        var deployment = await _client.Deployment(await api.NewNamespace());
        deployment = await Edit(deployment, """{"metadata":{"finalizers":["operator.nextbreakpoint.com"]},"spec":{"jobs":null}}""");
        Assert.Equal((2, Some(2)), await CarriedOut(deployment));
        return deployment;
    }

    async Task<ResourceContext> EverythingUpdated(ResourceContext deployment)
    {
        var current = new ResourceContext(await _client.Stored(deployment), "cluster-1");
        Assert.IsType<Outcome.Done>(await _executor.WriteStatus(current, new JsonObject { ["resourceStatus"] = "Updated" }, CancellationToken.None));
        return current;
    }

    async Task<ResourceContext> Edit(ResourceContext deployment, string patch) => new(await _client.Edit(deployment, patch), "cluster-1");

    Task<ResourceContext> Edited(ResourceContext deployment, int number) =>
        Edit(deployment, new JsonObject { ["spec"] = new JsonObject { ["cluster"] = new JsonObject { ["taskManagers"] = number } } }.ToJsonString());

    async Task<Decision<DeploymentStatus>> Decide(ResourceContext deployment)
    {
        var resource = await _client.Stored(deployment);
        var cluster = await _client.Get(FlinkResourceTypes.Clusters, deployment.Namespace, "cluster-1");
        return DeploymentDecide.Decide(new DeploymentSnapshot(
            resource.ReadMetadata(), DeploymentSpecReading.Read(resource.Spec), DeploymentStatusReading.Read(resource.Status),
            cluster.IsOk(out var found) ? ChildReading.ObserveCluster(found) : None, Empty, None, DateTimeOffset.UnixEpoch));
    }

    Task<Outcome> Status(ResourceContext deployment, Decision<DeploymentStatus> decision) =>
        _executor.WriteStatus(deployment, DeploymentStatusPatch.Between(deployment.Resource.Status, decision.Status), CancellationToken.None);

    async Task<(int Number, Option<int> Note)> CarriedOut(ResourceContext deployment)
    {
        var decision = await Decide(deployment);
        var current = new ResourceContext(await _client.Stored(deployment), "cluster-1");
        Assert.IsType<Outcome.Done>(await Status(current, decision));
        Assert.IsType<Outcome.Done>(await Execute(current, decision.Commands));
        return await Cluster(deployment);
    }

    async Task<Outcome> Execute(ResourceContext deployment, Seq<Command> commands) =>
        await _executor.Execute(Assert.IsType<Command.Kubernetes.ApplyCluster>(Assert.Single(commands)), deployment, CancellationToken.None);

    async Task Scale(ResourceContext deployment, int number) => Assert.IsType<Outcome.Done>(await _executor.Execute(
        new Command.Kubernetes.ScaleTaskManagers("cluster-1", number), new ResourceContext(await Stored(deployment), "cluster-1"), CancellationToken.None));

    async Task<(int Number, Option<int> Note)> Cluster(ResourceContext deployment)
    {
        var cluster = await Stored(deployment);
        return (cluster.Spec.GetProperty("taskManagers").GetInt32(), ChildReading.ObserveCluster(cluster).AppliedNumber);
    }

    async Task<FlinkResource> Stored(ResourceContext deployment) =>
        ApiFixture.Value(await _client.Get(FlinkResourceTypes.Clusters, deployment.Namespace, "cluster-1"));

    static string Digest(ResourceContext deployment) => SpecDigest.Whole(deployment.Resource.Spec.GetProperty("cluster"), "taskManagers");
}
