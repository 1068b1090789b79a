using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Api.Rest;
using Toolbox.Kubernetes.Resources;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Api.Tests.World;

/// <summary>A REST API, a cluster with one job, and a simulated JobManager at the address of the cluster's JobManager pod.</summary>
sealed class FlinkStand : IAsyncDisposable
{
    public const string JobId = "abcdefabcdefabcdefabcdefabcdefab";

    static int s_last = Random.Shared.Next(200);

    FlinkStand(RestStand rest, SimulatedJobManager jobManager) => (Rest, JobManager) = (rest, jobManager);

    public RestStand Rest { get; }

    public SimulatedJobManager JobManager { get; }

    public static async Task<FlinkStand> Start(ApiFixture api, Func<RestOptions, RestOptions>? options = null, string version = "1.20.5")
    {
        var address = new IPAddress([127, 99, (byte)(Environment.ProcessId % 250), (byte)(1 + (Interlocked.Increment(ref s_last) % 250))]);
        var jobManager = await SimulatedJobManager.StartAsync(new SimulatedJobManagerOptions(address, version));
        using var http = new HttpClient { BaseAddress = jobManager.Address };
        await Eventually.Holds(async () => (await http.GetAsync("/overview")).IsSuccessStatusCode);
        jobManager.Register(new SimulatedTaskManager("worker-1", "127.0.0.1", 6121, 4));
        var rest = await RestStand.Start(api, options);
        (await rest.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        (await rest.Post("/clusters/cluster-1/jobs/job-1", Specs.Job)).IsOk();
        await rest.CreateJobManagerPod("cluster-1", address);
        return new FlinkStand(rest, jobManager);
    }

    /// <summary>Submits a job to the simulated Flink and notes its id, as a supervisor does; returns once it runs.</summary>
    public async Task JobRuns()
    {
        using var http = new HttpClient { BaseAddress = JobManager.Address };
        using var jar = new MemoryStream();
        PlaceholderJar.Write(jar);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(jar.ToArray()) { Headers = { ContentType = new("application/x-java-archive") } }, "jarfile", "job.jar" } };
        var uploaded = JsonNode.Parse(await (await http.PostAsync("/jars/upload", form)).Content.ReadAsStringAsync())!;
        using var run = new StringContent($$"""{"entryClass":"com.example.Job","parallelism":1,"jobId":"{{JobId}}"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync($"/jars/{((string)uploaded["filename"]!).Split('/')[^1]}/run", run);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Eventually.Holds(async () => (string?)JsonNode.Parse(await http.GetStringAsync($"/jobs/{JobId}"))!["state"] == "RUNNING");
        await Rest.WriteStatus(FlinkResourceTypes.Jobs, "cluster-1-job-1", $$"""{"jobId":"{{JobId}}"}""");
    }

    public async ValueTask DisposeAsync()
    {
        await Rest.DisposeAsync();
        await JobManager.DisposeAsync();
    }
}
