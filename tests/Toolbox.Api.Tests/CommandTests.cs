using System.Text.Json;
using Toolbox.Api.Tests.World;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Tests;

/// <summary>Commands change resources at the API server and nothing else.</summary>
[Collection(nameof(ApiCollection))]
public sealed class CommandTests(ApiFixture api) : IAsyncLifetime
{
    const string Action = "operator.nextbreakpoint.com/requested-action";
    const string Without = "operator.nextbreakpoint.com/without-savepoint";

    RestStand _stand = null!;

    public async Task InitializeAsync()
    {
        _stand = await RestStand.Start(api);
        (await _stand.Post("/deployments/fleet", Specs.Deployment)).IsOk();
        (await _stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        (await _stand.Post("/clusters/cluster-1/jobs/job-1", Specs.Job)).IsOk();
    }

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [Theory]
    [InlineData("start", """{"withoutSavepoint":false}""", "START", "false")]
    [InlineData("stop", """{"withoutSavepoint":true}""", "STOP", "true")]
    [InlineData("stop", "{}", "STOP", "false")]
    [InlineData("stop", null, "STOP", "false")]
    public async Task Start_and_stop_annotate(string verb, string? body, string action, string without)
    {
        foreach (var (path, type, name) in new[]
        {
            ("/clusters/cluster-1", FlinkResourceTypes.Clusters, "cluster-1"),
            ("/cluster/cluster-1/jobs/job-1", FlinkResourceTypes.Jobs, "cluster-1-job-1"),
        })
        {
            Assert.Equal("""{"status":"OK"}""", (await _stand.Put($"{path}/{verb}", body)).Body);
            var stored = await _stand.Stored(type, name);
            Assert.Equal((action, without), (stored.Annotation(Action), stored.Annotation(Without)));
        }
    }

    [Theory]
    [InlineData("PUT", "savepoint", "null", "TRIGGER_SAVEPOINT")]
    [InlineData("PUT", "savepoint", null, "TRIGGER_SAVEPOINT")]
    [InlineData("PUT", "savepoint", "not json", "TRIGGER_SAVEPOINT")]
    [InlineData("PUT", "savepoint/trigger", null, "TRIGGER_SAVEPOINT")]
    [InlineData("DELETE", "savepoint", null, "FORGET_SAVEPOINT")]
    [InlineData("PUT", "savepoint/forget", null, "FORGET_SAVEPOINT")]
    public async Task Savepoints_are_asked_for_by_annotation(string method, string path, string? body, string action)
    {
        (await _stand.Send(new HttpMethod(method), $"/clusters/cluster-1/jobs/job-1/{path}", body)).IsOk();
        var stored = await _stand.Stored(FlinkResourceTypes.Jobs, "cluster-1-job-1");
        Assert.Equal(action, stored.Annotation(Action));
        Assert.Null(stored.Annotation(Without));
    }

    [Fact]
    public async Task A_request_does_not_hit_a_successor_of_the_same_name()
    {
        var seen = _stand.World.Clusters.Get(_stand.Namespace, "cluster-1")!;
        ApiFixture.Value(await _stand.Client.Delete(FlinkResourceTypes.Clusters, _stand.Namespace, "cluster-1"));
        ApiFixture.Value(await _stand.Client.Create(FlinkResourceTypes.Clusters, _stand.Namespace, new FlinkResource
        {
            Metadata = new() { Name = "cluster-1" }, Spec = JsonDocument.Parse(Specs.Cluster).RootElement,
        }));
        var writes = new Toolbox.Kubernetes.Execution.UserWrites(_stand.Client, _stand.Namespace);
        Assert.IsType<Toolbox.KubernetesApi.Answer<FlinkResource>.Conflict>(await writes.Request(seen, "STOP", false, default));
        Assert.Null((await _stand.Stored(FlinkResourceTypes.Clusters, "cluster-1")).Annotation(Action));
    }

    [Fact]
    public async Task Scaling_changes_the_numbers()
    {
        (await _stand.Put("/clusters/cluster-1/scale", """{"taskManagers":4}""")).IsOk();
        (await _stand.Put("/clusters/cluster-1/jobs/job-1/scale", """{"parallelism":3}""")).IsOk();
        Assert.Equal(4, (await _stand.Stored(FlinkResourceTypes.Clusters, "cluster-1")).Spec.GetProperty("taskManagers").GetInt32());
        Assert.Equal(3, (await _stand.Stored(FlinkResourceTypes.Jobs, "cluster-1-job-1")).Spec.GetProperty("jobParallelism").GetInt32());
    }

    [Theory]
    [InlineData("{}", "taskManagers is required")]
    [InlineData("""{"taskManagers":null}""", "taskManagers is required")]
    [InlineData("""{"taskManagers":-1}""", "-1")]
    [InlineData("""{"taskManagers":1.5}""", "1.5")]
    [InlineData("""{"taskManagers":99999999999}""", "99999999999")]
    [InlineData("""{"taskManagers":"2"}""", "not a text")]
    [InlineData("""{"taskmanagers":2}""", "taskmanagers is not known")]
    [InlineData("""{"taskManagers":2,"taskManagers":3}""", "not JSON")]
    [InlineData("[]", "not a list")]
    [InlineData("null", "not null")]
    [InlineData("not json", "not JSON")]
    [InlineData(null, "a body is required")]
    public async Task Wrong_numbers_are_named_and_change_nothing(string? body, string word)
    {
        (await _stand.Put("/clusters/cluster-1/scale", body)).Is(400, word);
        Assert.Equal(2, (await _stand.Stored(FlinkResourceTypes.Clusters, "cluster-1")).Spec.GetProperty("taskManagers").GetInt32());
    }

    [Theory]
    [InlineData("""{"withoutSavepoint":"true"}""", "withoutSavepoint must be true or false")]
    [InlineData("""{"withoutsavepoint":true}""", "withoutsavepoint is not known")]
    [InlineData("7", "not a number")]
    public async Task Wrong_choices_are_named_and_ask_for_nothing(string body, string word)
    {
        (await _stand.Put("/clusters/cluster-1/jobs/job-1/stop", body)).Is(400, word);
        Assert.Null((await _stand.Stored(FlinkResourceTypes.Jobs, "cluster-1-job-1")).Annotation(Action));
    }

    [Theory]
    [InlineData("/deployments/fleet", Specs.Deployment)]
    [InlineData("/clusters/cluster-1", Specs.Cluster)]
    [InlineData("/clusters/cluster-1/jobs/job-1", Specs.Job)]
    public async Task A_name_that_is_taken_is_a_conflict(string path, string body) => (await _stand.Post(path, body)).Is(409, "already exists");

    [Theory]
    [InlineData("/deployments/absent", Specs.Deployment, "Deployment not found")]
    [InlineData("/clusters/absent", Specs.Cluster, "Cluster not found")]
    [InlineData("/clusters/Bad_Name", Specs.Cluster, "Cluster not found")]
    [InlineData("/clusters/cluster-1/jobs/absent", Specs.Job, "Job not found")]
    public async Task What_is_not_there_is_neither_updated_nor_deleted(string path, string body, string message)
    {
        (await _stand.Put(path, body)).Is(404, message);
        (await _stand.Delete(path)).Is(404, message);
    }

    [Theory]
    [InlineData("/clusters/absent/start", "{}", "Cluster not found")]
    [InlineData("/clusters/absent/scale", """{"taskManagers":1}""", "Cluster not found")]
    [InlineData("/clusters/absent/jobs/job-1/stop", "{}", "Job not found")]
    [InlineData("/clusters/cluster-1/jobs/absent/scale", """{"parallelism":1}""", "Job not found")]
    [InlineData("/clusters/cluster-1/jobs/absent/savepoint", null, "Job not found")]
    [InlineData("/clusters/cluster-1/jobs/absent/savepoint/forget", null, "Job not found")]
    public async Task Nothing_is_asked_of_what_is_not_there(string path, string? body, string message) => (await _stand.Put(path, body)).Is(404, message);

    [Theory]
    [InlineData("/deployments/other", "{}", "cluster is required")]
    [InlineData("/clusters/other", "{}", "runtime is required")]
    [InlineData("/clusters/cluster-1/jobs/other", "{}", "bootstrap is required")]
    [InlineData("/clusters/other", """{"kind":"FlinkCluster","spec":{}}""", "the spec alone")]
    [InlineData("/clusters/other", """{"runtime":{},"jobManager":{"serviceMode":"ClusterIP"},"taskManager":{"taskSlots":1},"supervisor":{"image":"x"}}""", "spec.runtime.image")]
    [InlineData("/clusters/Bad_Name", Specs.Cluster, "Bad_Name")]
    public async Task A_spec_that_is_not_right_is_refused_with_its_field(string path, string body, string word) => (await _stand.Post(path, body)).Is(400, word);

    [Fact]
    public async Task A_misspelled_field_is_refused_and_named()
    {
        var spec = Specs.Cluster.Replace("taskManagers", "taskManager5", StringComparison.Ordinal);
        (await _stand.Post("/clusters/other", spec)).Is(400, "taskManager5");
        (await _stand.Put("/clusters/cluster-1", spec)).Is(400, "taskManager5");
    }

    [Fact]
    public async Task An_update_merges()
    {
        (await _stand.Put("/clusters/cluster-1", Specs.Cluster.Replace("flink:1.20.5", "flink:2.0", StringComparison.Ordinal).Replace("\"taskManagers\":2,", "", StringComparison.Ordinal))).IsOk();
        var spec = (await _stand.Stored(FlinkResourceTypes.Clusters, "cluster-1")).Spec;
        Assert.Equal("flink:2.0", spec.GetProperty("runtime").GetProperty("image").GetString());
        Assert.Equal(2, spec.GetProperty("taskManagers").GetInt32());
    }

    [Theory]
    [InlineData("/deployments/fleet")]
    [InlineData("/clusters/cluster-1")]
    [InlineData("/cluster/cluster-1/jobs/job-1")]
    public async Task A_deletion_deletes(string path)
    {
        (await _stand.Delete(path)).IsOk();
        await _stand.CachesFollow();
        (await _stand.Get(path + "/status")).Is(404, "not found");
    }
}
