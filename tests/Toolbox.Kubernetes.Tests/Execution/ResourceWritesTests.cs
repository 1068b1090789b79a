using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Tests.Execution;

[Collection(ApiCollection.Name)]
public sealed class ResourceWritesTests(ApiFixture api)
{
    readonly KubernetesApiClient _client = api.Client;
    readonly KubernetesCommandExecutor _executor = new(api.Client);

    [Fact]
    public async Task Status_is_written_and_the_resource_becomes_what_the_server_answered()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        var version = cluster.Resource.ResourceVersion;
        Assert.IsType<Outcome.Done>(await WriteStatus(cluster, """{"supervisorStatus":"Starting","taskManagers":2}"""));
        Assert.NotEqual(version, cluster.Resource.ResourceVersion);
        Assert.IsType<Outcome.Done>(await WriteStatus(cluster, """{"taskManagers":null}"""));
        Assert.Equal("""{"supervisorStatus":"Starting"}""", (await _client.Stored(cluster)).Status.GetRawText());
    }

    [Fact]
    public async Task Status_of_another_version_is_a_conflict_and_changes_nothing()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        await _client.Edit(cluster, """{"spec":{"taskManagers":3}}""");
        Assert.IsType<Outcome.Conflict>(await WriteStatus(cluster, """{"supervisorStatus":"Starting"}"""));
        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, (await _client.Stored(cluster)).Status.ValueKind);
    }

    [Fact]
    public async Task Status_of_a_resource_that_is_gone_is_not_found()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        ApiFixture.Value(await _client.Delete(FlinkResourceTypes.Clusters, cluster.Namespace, "cluster-1"));
        Assert.IsType<Outcome.NotFound>(await WriteStatus(cluster, """{"supervisorStatus":"Starting"}"""));
    }

    [Fact]
    public async Task Empty_patch_writes_nothing()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await WriteStatus(cluster, "{}"));
        Assert.Equal(cluster.Resource.ResourceVersion, (await _client.Stored(cluster)).ResourceVersion);
    }

    [Fact]
    public async Task Several_writes_of_one_decision_do_not_conflict_with_each_other()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await WriteStatus(cluster, """{"supervisorStatus":"Starting"}"""));
        Assert.IsType<Outcome.Done>(await Execute(cluster, new Command.Kubernetes.AddFinalizer(Finalizers.Supervisor)));
        Assert.IsType<Outcome.Done>(await Execute(cluster, new Command.Kubernetes.ScaleTaskManagers("cluster-1", 5)));
        Assert.IsType<Outcome.Done>(await Execute(cluster, new Command.Kubernetes.RemoveFinalizer(Finalizers.Supervisor)));
        var stored = await _client.Stored(cluster);
        Assert.Equal((5, true), (stored.Spec.GetProperty("taskManagers").GetInt32(), stored.Metadata.Finalizers is null or []));
    }

    [Fact]
    public async Task Finalizer_is_added_beside_those_of_others_and_only_once()
    {
        var cluster = await _client.Cluster(await api.NewNamespace(), metadata: new V1ObjectMeta { Finalizers = ["example.com/other"] });
        Assert.IsType<Outcome.Done>(await Execute(cluster, new Command.Kubernetes.AddFinalizer(Finalizers.Operator)));
        Assert.IsType<Outcome.Done>(await Execute(cluster, new Command.Kubernetes.AddFinalizer(Finalizers.Operator)));
        Assert.Equal(["example.com/other", Finalizers.Operator], (await _client.Stored(cluster)).Metadata.Finalizers);
    }

    [Fact]
    public async Task Finalizer_of_another_version_is_a_conflict()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        await _client.Edit(cluster, """{"metadata":{"finalizers":["example.com/other"]}}""");
        Assert.IsType<Outcome.Conflict>(await Execute(cluster, new Command.Kubernetes.AddFinalizer(Finalizers.Operator)));
        Assert.Equal(["example.com/other"], (await _client.Stored(cluster)).Metadata.Finalizers);
    }

    [Fact]
    public async Task Last_finalizer_lets_a_deleted_resource_go()
    {
        var job = await _client.Job(await api.NewNamespace(), new V1ObjectMeta { Finalizers = [Finalizers.Supervisor] });
        ApiFixture.Value(await _client.Delete(FlinkResourceTypes.Jobs, job.Namespace, job.Resource.Name));
        var deleted = new ResourceContext(await _client.Stored(job), "cluster-1");
        Assert.IsType<Outcome.Done>(await Execute(deleted, new Command.Kubernetes.RemoveFinalizer(Finalizers.Supervisor)));
        Assert.IsType<Answer<FlinkResource>.NotFound>(await _client.Get(FlinkResourceTypes.Jobs, job.Namespace, job.Resource.Name));
    }

    [Fact]
    public async Task Finalizer_that_is_not_there_or_whose_resource_is_gone_needs_no_removal()
    {
        var job = await _client.Job(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await Execute(job, new Command.Kubernetes.RemoveFinalizer(Finalizers.Supervisor)));
        job.Resource.Metadata.Finalizers = [Finalizers.Supervisor];
        ApiFixture.Value(await _client.Delete(FlinkResourceTypes.Jobs, job.Namespace, job.Resource.Name));
        Assert.IsType<Outcome.Done>(await Execute(job, new Command.Kubernetes.RemoveFinalizer(Finalizers.Supervisor)));
    }

    [Fact]
    public async Task Requested_action_is_reset_together_with_its_choice()
    {
        var job = await _client.Job(await api.NewNamespace(), Asking("stop", "true"));
        Assert.IsType<Outcome.Done>(await Execute(job, new Command.Kubernetes.ResetRequestedAction("stop")));
        var stored = await _client.Stored(job);
        Assert.Equal(("NONE", "false"), (stored.Annotation(Annotations.RequestedAction), stored.Annotation(Annotations.WithoutSavepoint)));
        Assert.Equal(new RequestAnnotation.Nothing(), job.Resource.ReadRequest());
    }

    [Fact]
    public async Task Newer_request_is_not_reset()
    {
        var job = await _client.Job(await api.NewNamespace(), Asking("STOP", null));
        await _client.Edit(job, """{"metadata":{"annotations":{"operator.nextbreakpoint.com/requested-action":"START"}}}""");
        Assert.IsType<Outcome.Conflict>(await Execute(job, new Command.Kubernetes.ResetRequestedAction("STOP")));
        Assert.Equal("START", (await _client.Stored(job)).Annotation(Annotations.RequestedAction));
    }

    [Fact]
    public async Task Request_that_was_taken_back_is_a_conflict()
    {
        var job = await _client.Job(await api.NewNamespace(), Asking("STOP", null));
        await _client.Edit(job, """{"metadata":{"annotations":null}}""");
        Assert.IsType<Outcome.Conflict>(await Execute(job, new Command.Kubernetes.ResetRequestedAction("STOP")));
    }

    [Fact]
    public async Task Number_that_somebody_has_just_written_is_not_overwritten()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        await _client.Edit(cluster, """{"spec":{"taskManagers":7}}""");
        Assert.IsType<Outcome.Conflict>(await Execute(cluster, new Command.Kubernetes.ScaleTaskManagers("cluster-1", 3)));
        Assert.Equal(7, (await _client.Stored(cluster)).Spec.GetProperty("taskManagers").GetInt32());
    }

    [Fact]
    public async Task After_scaling_the_resource_is_known_as_it_is_stored_and_the_observed_one_stays_as_it_was()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        var observed = cluster.Resource;
        var version = observed.ResourceVersion;
        Assert.IsType<Outcome.Done>(await Execute(cluster, new Command.Kubernetes.ScaleTaskManagers("cluster-1", 3)));
        var stored = await _client.Stored(cluster);
        Assert.Equal((version, 2), (observed.ResourceVersion, observed.Spec.GetProperty("taskManagers").GetInt32()));
        Assert.Equal((stored.ResourceVersion, stored.Metadata.Generation), (cluster.Resource.ResourceVersion, cluster.Resource.Metadata.Generation));
        Assert.True(System.Text.Json.JsonElement.DeepEquals(stored.Spec, cluster.Resource.Spec));
    }

    [Fact]
    public async Task Scaling_to_the_number_that_is_there_changes_nothing()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        var version = cluster.Resource.ResourceVersion;
        Assert.IsType<Outcome.Done>(await Execute(cluster, new Command.Kubernetes.ScaleTaskManagers("cluster-1", 2)));
        Assert.Equal(version, cluster.Resource.ResourceVersion);
    }

    static V1ObjectMeta Asking(string action, string? withoutSavepoint)
    {
        var annotations = new Dictionary<string, string> { [Annotations.RequestedAction] = action };
        if (withoutSavepoint is not null) annotations[Annotations.WithoutSavepoint] = withoutSavepoint;
        return new V1ObjectMeta { Annotations = annotations };
    }

    Task<Outcome> Execute(ResourceContext context, Command.Kubernetes command) => _executor.Execute(command, context, CancellationToken.None);

    Task<Outcome> WriteStatus(ResourceContext context, string patch) =>
        _executor.WriteStatus(context, JsonNode.Parse(patch)!.AsObject(), CancellationToken.None);
}
