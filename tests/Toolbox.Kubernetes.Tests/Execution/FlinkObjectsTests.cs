using k8s.Models;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Observations;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Kubernetes.Tests.Execution;

[Collection(ApiCollection.Name)]
public sealed class FlinkObjectsTests(ApiFixture api)
{
    static readonly Command.Kubernetes.CreateJobManagerPod CreateJobManager = new("cluster-1", "jobmanager-cluster-1-bcdfg");
    static readonly Command.Kubernetes.CreateJobManagerService CreateService = new("cluster-1");
    static readonly Command.Kubernetes.DeleteJobManagerService DeleteService = new("cluster-1");
    static readonly Command.Kubernetes.DeleteBootstrapJob DeleteBootstrap = new("cluster-1-job-1");

    readonly KubernetesApiClient _client = api.Client;
    readonly KubernetesCommandExecutor _executor = new(api.Client);

    [Fact]
    public async Task Pods_and_service_are_created_once()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        Command.Kubernetes[] commands = [CreateService, CreateJobManager, new Command.Kubernetes.CreateTaskManagerPod("cluster-1", "taskmanager-cluster-1-bcdfg")];
        foreach (var command in commands) Assert.IsType<Outcome.Done>(await Execute(cluster, command));
        foreach (var command in commands) Assert.IsType<Outcome.AlreadyThere>(await Execute(cluster, command));
        var pods = ApiFixture.Value(await _client.List(ResourceTypes.Pods, cluster.Namespace));
        Assert.Equal(2, pods.Items.Count);
        Assert.All(pods.Items, pod => Assert.True(Ownership.IsMadeFor(pod, cluster.Resource.Uid)));
    }

    [Fact]
    public async Task Object_of_somebody_else_in_the_way_is_told_by_name()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        await ForeignService(cluster);
        var rejected = Assert.IsType<Outcome.Rejected>(await Execute(cluster, CreateService));
        Assert.Equal("there is another Service named 'jobmanager-cluster-1' that does not belong to this resource; delete or rename it", rejected.Message);
    }

    [Fact]
    public async Task Object_of_somebody_else_is_never_deleted()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        await ForeignService(cluster);
        Assert.IsType<Outcome.Rejected>(await Execute(cluster, DeleteService));
        ApiFixture.Value(await _client.Get(ResourceTypes.Services, cluster.Namespace, "jobmanager-cluster-1"));
    }

    [Fact]
    public async Task Service_of_another_type_is_a_conflict_until_it_is_deleted()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await Execute(cluster, CreateService));
        var edited = await _client.Edit(cluster, """{"spec":{"jobManager":{"serviceMode":"NodePort"}}}""");
        Assert.IsType<Outcome.Conflict>(await Execute(new ResourceContext(edited, "cluster-1"), CreateService));
    }

    [Fact]
    public async Task Service_is_deleted_and_its_absence_is_fine()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await Execute(cluster, CreateService));
        Assert.IsType<Outcome.Done>(await Execute(cluster, DeleteService));
        Assert.IsType<Answer<V1Service>.NotFound>(await _client.Get(ResourceTypes.Services, cluster.Namespace, "jobmanager-cluster-1"));
        Assert.IsType<Outcome.Done>(await Execute(cluster, DeleteService));
    }

    [Fact]
    public async Task Service_of_the_first_toolbox_is_deleted_too()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        await ForeignService(cluster, ObjectLabels.OfRole("cluster-1", ObjectRole.JobManager));
        Assert.IsType<Outcome.Done>(await Execute(cluster, DeleteService));
    }

    [Fact]
    public async Task Exactly_the_observed_pod_is_deleted()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await Execute(cluster, CreateJobManager));
        var pod = ApiFixture.Value(await _client.Get(ResourceTypes.Pods, cluster.Namespace, CreateJobManager.Pod));
        Assert.IsType<Outcome.Conflict>(await Execute(cluster, new Command.Kubernetes.DeletePod(CreateJobManager.Pod, "0000")));
        Assert.IsType<Outcome.Done>(await Execute(cluster, new Command.Kubernetes.DeletePod(CreateJobManager.Pod, pod.Metadata.Uid)));
        Assert.IsType<Outcome.Done>(await Execute(cluster, new Command.Kubernetes.DeletePod("jobmanager-cluster-1-gone", "0000")));
    }

    [Fact]
    public async Task Spec_that_cannot_be_rendered_is_rejected_with_its_field()
    {
        var cluster = await _client.Cluster(await api.NewNamespace());
        cluster.Resource.Spec = System.Text.Json.JsonDocument.Parse("""{"jobManager":{},"runtime":{}}""").RootElement;
        var rejected = Assert.IsType<Outcome.Rejected>(await Execute(cluster, CreateJobManager));
        Assert.StartsWith("spec.runtime.image", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bootstrap_submits_what_was_recorded_and_is_created_once()
    {
        var job = await _client.Job(await api.NewNamespace());
        var create = new Command.Kubernetes.CreateBootstrapJob("cluster-1-job-1", Submission("aa", 1));
        Assert.IsType<Outcome.Done>(await Execute(job, create));
        Assert.IsType<Outcome.AlreadyThere>(await Execute(job, create));
        var stored = ApiFixture.Value(await _client.Get(ResourceTypes.Jobs, job.Namespace, "bootstrap-cluster-1-job-1"));
        Assert.Equal("aa", BootstrapReading.Observe(stored, []).JobId);
        Assert.Contains("--savepoint-path=file:/savepoint-1", stored.Spec.Template.Spec.Containers[0].Args);
        Assert.Contains("--parallelism=2", stored.Spec.Template.Spec.Containers[0].Args);
        Assert.Contains("--job-name=job-1", stored.Spec.Template.Spec.Containers[0].Args);
    }

    [Fact]
    public async Task Bootstrap_of_an_earlier_submission_is_in_the_way_until_it_is_deleted()
    {
        var job = await _client.Job(await api.NewNamespace());
        Assert.IsType<Outcome.Done>(await Execute(job, new Command.Kubernetes.CreateBootstrapJob("cluster-1-job-1", Submission("aa", 1))));
        var next = new Command.Kubernetes.CreateBootstrapJob("cluster-1-job-1", Submission("bb", 2));
        Assert.IsType<Outcome.Conflict>(await Execute(job, next));
        Assert.IsType<Outcome.Done>(await Execute(job, DeleteBootstrap));
        Assert.IsType<Outcome.Done>(await Execute(job, next));
    }

    [Fact]
    public async Task Bootstrap_of_a_deleted_resource_of_the_same_name_is_not_taken_for_ours()
    {
        var job = await _client.Job(await api.NewNamespace());
        var create = new Command.Kubernetes.CreateBootstrapJob("cluster-1-job-1", Submission("aa", 1));
        Assert.IsType<Outcome.Done>(await Execute(job, create));
        ApiFixture.Value(await _client.Delete(Kubernetes.Resources.FlinkResourceTypes.Jobs, job.Namespace, job.Resource.Name));
        var recreated = await _client.Job(job.Namespace);
        Assert.IsType<Outcome.Rejected>(await Execute(recreated, create));
        Assert.IsType<Outcome.Done>(await Execute(recreated, DeleteBootstrap));
        Assert.IsType<Outcome.Done>(await Execute(recreated, create));
    }

    static Submission Submission(string jobId, int attempt) => new(jobId, attempt, 2, "file:/savepoint-1", "uid/0", DateTimeOffset.UnixEpoch);

    async Task ForeignService(ResourceContext cluster, Dictionary<string, string>? labels = null) =>
        ApiFixture.Value(await _client.Create(ResourceTypes.Services, cluster.Namespace, new V1Service
        {
            Metadata = new V1ObjectMeta { Name = "jobmanager-cluster-1", Labels = labels },
            Spec = new V1ServiceSpec { Ports = [new V1ServicePort { Port = 80 }] },
        }));

    Task<Outcome> Execute(ResourceContext context, Command.Kubernetes command) => _executor.Execute(command, context, CancellationToken.None);
}
