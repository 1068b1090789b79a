using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Tests.SimulatedFlink;

/// <summary>One simulated JobManager on a free port with a clock that the test drives, and raw HTTP to it.</summary>
sealed class SimulatedFlinkFixture : IAsyncDisposable
{
    readonly HttpClient http = new();

    SimulatedFlinkFixture(SimulatedJobManager jobManager, FakeTimeProvider clock)
    {
        (JobManager, Clock) = (jobManager, clock);
        http.BaseAddress = jobManager.Address;
        http.Timeout = TimeSpan.FromSeconds(60);
    }

    public SimulatedJobManager JobManager { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<SimulatedFlinkFixture> StartAsync(
        string version = "1.20.5", int slots = 4, SimulatedStorage? storage = null, FakeTimeProvider? clock = null,
        Dictionary<string, string>? configuration = null, SimulatedFlinkTiming? timing = null)
    {
        clock ??= new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var jobManager = await SimulatedJobManager.StartAsync(new SimulatedJobManagerOptions(IPAddress.Loopback, version)
        {
            Port = 0, Clock = clock, Storage = storage ?? new SimulatedStorage(), Timing = timing ?? new SimulatedFlinkTiming(),
            Configuration = configuration ?? new() { ["state.savepoints.dir"] = "file:///data/savepoints" },
        });
        if (slots > 0) jobManager.Register(new SimulatedTaskManager("worker-1", "127.0.0.1", 6121, slots));
        var fixture = new SimulatedFlinkFixture(jobManager, clock);
        fixture.Pass(0.2);
        return fixture;
    }

    public void Pass(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    public async Task<Reply> Send(HttpMethod method, string path, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, text.StartsWith('<') ? new JsonObject { ["html"] = text } : JsonNode.Parse(text)!);
    }

    public async Task<Reply> Upload(string name, Action<Stream>? write = null)
    {
        var content = new MemoryStream();
        (write ?? PlaceholderJar.Write)(content);
        content.Position = 0;
        using var form = new MultipartFormDataContent();
        var part = new StreamContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/x-java-archive");
        form.Add(part, "jarfile", name);
        using var response = await http.PostAsync("/jars/upload", form);
        return new Reply((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public async Task<string> UploadId(string name = "flink-jobs.jar", Action<Stream>? write = null) =>
        ((string)(await Upload(name, write)).Body["filename"]!).Split('/')[^1];

    /// <summary>Uploads a placeholder and runs a class of it under the job id of 32 times the given digit.</summary>
    public async Task<Reply> Run(char id, string entryClass = "com.example.TestJob", int parallelism = 1, string? savepointPath = null, params string[] arguments)
    {
        var body = new JsonObject
        {
            ["entryClass"] = entryClass, ["parallelism"] = parallelism, ["jobId"] = new string(id, 32),
            ["programArgsList"] = new JsonArray([.. arguments.Select(text => (JsonNode)text)]),
        };
        if (savepointPath is not null) body["savepointPath"] = savepointPath;
        return await Send(HttpMethod.Post, $"/jars/{await UploadId()}/run", body);
    }

    public async Task<string> State(char id) => (string)(await Get($"/jobs/{new string(id, 32)}")).Body["state"]!;

    public async Task<JsonNode> Tasks(char id) =>
        (await Get("/jobs/overview")).Body["jobs"]!.AsArray().Single(job => (string)job!["jid"]! == new string(id, 32))!["tasks"]!;

    public async Task<long> Records(char id) => (long)(await Get($"/simulation/jobs/{new string(id, 32)}")).Body["recordsProcessed"]!;

    /// <summary>Takes a savepoint or stops, and lets enough time pass for its end.</summary>
    public async Task<JsonNode> Savepoint(char id, string verb = "savepoints", JsonObject? body = null)
    {
        var request = (string)(await Send(HttpMethod.Post, $"/jobs/{new string(id, 32)}/{verb}", body ?? [])).Body["request-id"]!;
        Pass(0.5);
        return (await Get($"/jobs/{new string(id, 32)}/savepoints/{request}")).Body["operation"]!;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await JobManager.DisposeAsync();
    }
}

/// <summary>Status and JSON of an answer.</summary>
sealed record Reply(int Status, JsonNode Body)
{
    public string Errors => string.Join("\n", Body["errors"]!.AsArray().Select(item => (string)item!));
}
