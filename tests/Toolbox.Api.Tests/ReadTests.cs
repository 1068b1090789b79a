using System.Net;
using Toolbox.Api.Tests.World;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests;

/// <summary>Lists and statuses, answered from the caches.</summary>
[Collection(nameof(ApiCollection))]
public sealed class ReadTests(ApiFixture api) : IAsyncLifetime
{
    RestStand _stand = null!;

    public async Task InitializeAsync() => _stand = await RestStand.Start(api);

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [Theory]
    [InlineData("/deployments")]
    [InlineData("/clusters")]
    [InlineData("/clusters/cluster-1/jobs")]
    [InlineData("/cluster/cluster-1/jobs")]
    public async Task Lists_are_empty_at_first(string path) =>
        Assert.Equal("""{"status":"OK","output":"[]"}""", (await _stand.Get(path)).Body);

    [Fact]
    public async Task Lists_show_names_in_order()
    {
        foreach (var name in new[] { "cluster-2", "cluster-1" })
        {
            (await _stand.Post($"/deployments/{name}", Specs.Deployment)).IsOk();
            (await _stand.Post($"/clusters/{name}", Specs.Cluster)).IsOk();
        }
        Assert.Equal("""{"status":"OK","output":"[\"cluster-1\",\"cluster-2\"]"}""", (await _stand.Get("/deployments")).Body);
        Assert.Equal("""{"status":"OK","output":"[\"cluster-1\",\"cluster-2\"]"}""", (await _stand.Get("/clusters")).Body);
    }

    [Fact]
    public async Task Jobs_are_those_of_the_longest_cluster_name()
    {
        (await _stand.Post("/clusters/cluster", Specs.Cluster)).IsOk();
        (await _stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        (await _stand.Post("/clusters/cluster-1/jobs/job-1", Specs.Job)).IsOk();
        (await _stand.Post("/clusters/cluster/jobs/job-2", Specs.Job)).IsOk();
        Assert.Equal("""["job-2"]""", (await _stand.Get("/clusters/cluster/jobs")).Output.ToJsonString());
        Assert.Equal("""["job-1"]""", (await _stand.Get("/cluster/cluster-1/jobs")).Output.ToJsonString());
        (await _stand.Get("/clusters/cluster/jobs/1-job-1/status")).Is(404, "Job not found");
        (await _stand.Delete("/clusters/cluster/jobs/1-job-1")).Is(404, "Job not found");
        (await _stand.Put("/clusters/cluster/jobs/1-job-1/scale", """{"parallelism":1}""")).Is(404, "Job not found");
    }

    [Fact]
    public async Task Status_is_the_stored_one_and_absent_at_first()
    {
        (await _stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        Assert.Equal("""{"status":"OK"}""", (await _stand.Get("/clusters/cluster-1/status")).Body);
        await _stand.WriteStatus(FlinkResourceTypes.Clusters, "cluster-1", """{"supervisorStatus":"Started","taskManagers":2}""");
        var reply = await _stand.Get("/cluster/cluster-1/status");
        reply.IsOk();
        Assert.Equal("Started", (string?)reply.Output["supervisorStatus"]);
        Assert.Equal(2, (int)reply.Output["taskManagers"]!);
    }

    [Theory]
    [InlineData("/deployments/cluster-1/status", "Deployment not found")]
    [InlineData("/clusters/cluster-1/status", "Cluster not found")]
    [InlineData("/clusters/cluster-1/jobs/job-1/status", "Job not found")]
    [InlineData("/clusters/cluster-1/jobs/job-1/details", "Job not found")]
    [InlineData("/clusters/cluster-1/jobs/job-1/metrics", "Job not found")]
    [InlineData("/clusters/cluster-1/jobmanager/metrics", "Cluster not found")]
    [InlineData("/clusters/cluster-1/taskmanagers", "Cluster not found")]
    [InlineData("/clusters/cluster-1/taskmanagers/1/details", "Cluster not found")]
    [InlineData("/clusters/Bad_Name/taskmanagers/1/metrics", "Cluster not found")]
    public async Task Unknown_names_are_not_found(string path, string message)
    {
        var reply = await _stand.Get(path);
        reply.Is(404, message);
        Assert.Equal($$"""{"status":"FAILURE","error":"{{message}}"}""", reply.Body);
    }

    [Theory]
    [InlineData("GET", "/api/v1", 404)]
    [InlineData("GET", "/foo", 404)]
    [InlineData("GET", "/", 405)]
    [InlineData("HEAD", "/api/v1/clusters", 405)]
    [InlineData("POST", "/api/v1/clusters", 405)]
    [InlineData("PATCH", "/api/v1/clusters/x", 405)]
    [InlineData("PUT", "/api/v1/deployments/x/status", 405)]
    [InlineData("OPTIONS", "/api/v1/deployments", 405)]
    public async Task Unknown_paths_and_methods_are_told_in_the_envelope(string method, string path, int code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _stand.Http.SendAsync(request);
        Assert.Equal(code, (int)response.StatusCode);
        if (method == "HEAD") return;
        (await Reply.Of(response)).Is(code, code == 404 ? "no such path" : "is not served here");
    }

    [Fact]
    public async Task Options_of_the_root_have_no_content()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/");
        using var response = await _stand.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_concluded_before_the_caches_are_filled()
    {
        using var client = KubernetesApiClient.Connect(Nowhere.Connection);
        await using var stand = await RestStand.Start(client);
        using var response = await stand.Http.GetAsync("/api/v1/clusters/cluster-1/status");
        Assert.Equal("1", response.Headers.GetValues("Retry-After").Single());
        (await Reply.Of(response)).Is(503, "not filled yet");
        (await stand.Put("/clusters/cluster-1/stop", "{}")).Is(503, "not filled yet");
    }
}
