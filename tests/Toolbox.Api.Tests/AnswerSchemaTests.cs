using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Api.Tests.World;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Api.Tests;

/// <summary>Every route of every method answers as the OpenAPI document says, whether it goes well or not, and the document says no more.</summary>
[Collection(nameof(ApiCollection))]
public sealed class AnswerSchemaTests(ApiFixture api)
{
    const string Worker = "worker-1";

    // Long enough for whatever goes well on a busy machine: all that is to time out is asked at once.
    static readonly TimeSpan Impatience = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Every_answer_is_documented_and_every_documented_answer_is_given()
    {
        await using var flink = await FlinkStand.Start(api);
        var book = await AnswerBook.Of(flink.Rest);
        Assert.True(book.Operations.Count > 50, $"{book.Operations.Count} operations");
        await Reads(book, flink);
        await Commands(book, flink.Rest);
        await Refusals(book, flink.Rest);
        await WithoutCaches(book);
        await WithoutAnApiServer(book);
        await WithAnApiServerThatHangs(book);
        await WithoutFlink(book);
        Assert.True(book.Complaints.Count == 0, string.Join('\n', book.Complaints));
        Assert.Empty(book.Unseen);
        // An error in the program cannot be had at will, and is documented wherever something happens.
        Assert.All(book.Operations.Where(operation => operation.Codes.Contains(503)), operation => Assert.NotNull(operation.Schema(500)));
    }

    [Theory]
    [InlineData("GET", "/clusters", 200, """{"status":"OK","output":"{\"a\":1}"}""")]
    [InlineData("GET", "/clusters/{cluster}/status", 200, """{"status":"OK","output":"{\"taskManagers\":\"two\"}"}""")]
    [InlineData("PUT", "/clusters/{cluster}/stop", 200, """{"status":"FAILURE"}""")]
    [InlineData("PUT", "/clusters/{cluster}/stop", 200, """{"status":"OK","more":1}""")]
    [InlineData("PUT", "/clusters/{cluster}/stop", 200, "{}")]
    [InlineData("DELETE", "/clusters/{cluster}", 404, """{"status":"OK"}""")]
    [InlineData("DELETE", "/clusters/{cluster}", 404, """{"status":"FAILURE"}""")]
    [InlineData("DELETE", "/clusters/{cluster}", 201, """{"status":"OK"}""")]
    public async Task A_wrong_answer_is_noticed(string method, string path, int code, string body)
    {
        await using var stand = await RestStand.Start(api);
        var schemas = new AnswerSchemas(JsonNode.Parse(await stand.Http.GetStringAsync("/api/v1/openapi.json"))!.AsObject());
        Assert.NotEmpty(await schemas.Complaints(schemas.Operation(method, $"/api/v1{path}"), new Reply(code, body)));
    }

    static string Known(DocumentedOperation operation) => operation.At("cluster-1", "job-1", "deployment-1", Worker);

    static async Task Reads(AnswerBook book, FlinkStand flink)
    {
        await flink.JobRuns();
        await Exist(flink.Rest);
        await flink.Rest.WriteStatus(FlinkResourceTypes.Deployments, "deployment-1", """{"resourceStatus":"Updated","conditions":[]}""");
        await flink.Rest.WriteStatus(FlinkResourceTypes.Clusters, "cluster-1", """
            {"supervisorStatus":"Started","resourceStatus":"Updated","taskManagers":2,"clusterHealth":"HEALTHY","conditions":[
             {"type":"Ready","status":"True","reason":"FollowHealth","message":"","lastTransitionTime":"2026-01-01T00:00:00Z"}]}
            """);
        var worker = (string)(await flink.Rest.Get("/clusters/cluster-1/taskmanagers")).Output[0]!["id"]!;
        foreach (var operation in book.Operations.Where(operation => operation.Method == "GET"))
            await book.Ask(flink.Rest, operation, operation.At("cluster-1", "job-1", "deployment-1", worker), 200);
    }

    static async Task Commands(AnswerBook book, RestStand stand)
    {
        foreach (var operation in book.Operations.Where(operation => operation.Method != "GET"))
        {
            await Exist(stand);
            if (operation.Method != "POST")
            {
                await book.Ask(stand, operation, Known(operation), 200);
                continue;
            }
            await book.Ask(stand, operation, Known(operation), 409);
            await book.Ask(stand, operation, operation.At("cluster-3", operation.Path.Contains("/cluster/", StringComparison.Ordinal) ? "job-4" : "job-3", "deployment-3", Worker)
                .Replace("/cluster/cluster-3", "/cluster/cluster-4", StringComparison.Ordinal), 200);
        }
    }

    static async Task Refusals(AnswerBook book, RestStand stand)
    {
        await Exist(stand);
        foreach (var operation in book.Operations)
        {
            await book.Ask(stand, operation, Known(operation) + "?namespace=elsewhere", 409);
            await book.Ask(stand, operation, Known(operation), 421, request => request.Headers.Host = "attacker.example");
            if (operation.Codes.Contains(404)) await book.Ask(stand, operation, operation.At("none", "none", "none", "none"), 404);
            if (!operation.HasBody) continue;
            await book.Ask(stand, operation, Known(operation), 400, Content("[]", "application/json"));
            await book.Ask(stand, operation, Known(operation), 413, Content(new string(' ', (1024 * 1024) + 1), "application/json"));
            await book.Ask(stand, operation, Known(operation), 415, Content("{}", "text/xml"));
        }
    }

    static async Task WithoutCaches(AnswerBook book)
    {
        using var nobody = KubernetesApiClient.Connect(Nowhere.Connection);
        await using var stand = await RestStand.Start(nobody);
        foreach (var operation in book.Operations.Where(operation => operation.Codes.Contains(503))) await book.Ask(stand, operation, Known(operation), 503);
    }

    async Task WithoutAnApiServer(AnswerBook book)
    {
        using var away = KubernetesApiClient.Connect(Nowhere.Connection);
        await AllCommands(book, away, 502);
    }

    async Task WithAnApiServerThatHangs(AnswerBook book)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var hanging = KubernetesApiClient.Connect(Nowhere.At(((IPEndPoint)listener.LocalEndpoint).Port));
        await AllCommands(book, hanging, 504);
    }

    async Task AllCommands(AnswerBook book, KubernetesApiClient commands, int code)
    {
        await using var stand = await RestStand.Start(api, options => options with { HandlerTimeout = Impatience }, commands: commands);
        foreach (var (type, name, spec) in new[] { (FlinkResourceTypes.Clusters, "cluster-1", Specs.Cluster), (FlinkResourceTypes.Jobs, "cluster-1-job-1", Specs.Job) })
            ApiFixture.Value(await stand.Client.Create(type, stand.Namespace, new FlinkResource { Metadata = new() { Name = name }, Spec = JsonDocument.Parse(spec).RootElement }));
        await stand.CachesFollow();
        await Task.WhenAll(book.Operations.Where(operation => operation.Method != "GET").Select(operation => book.Ask(stand, operation, Known(operation), code)));
    }

    async Task WithoutFlink(AnswerBook book)
    {
        await using var flink = await FlinkStand.Start(api, options => options with { HandlerTimeout = Impatience });
        await flink.JobRuns();
        (await flink.Rest.Post("/clusters/cluster-1/jobs/fresh", Specs.Job)).IsOk();
        foreach (var (fault, code) in new[] { (SimulatedFaultKind.Error, 502), (SimulatedFaultKind.Stall, 504) })
        {
            flink.JobManager.Faults.Add(new SimulatedFault("/", fault, Status: 500));
            var operations = book.Operations.Where(operation => operation.Method == "GET" && operation.Codes.Contains(code)).ToList();
            await Task.WhenAll(operations.Select(operation => book.Ask(flink.Rest, operation, Known(operation), code)));
            foreach (var operation in operations.Where(operation => operation.Path.Contains("{job}", StringComparison.Ordinal)))
                await book.Ask(flink.Rest, operation, operation.At("cluster-1", "fresh", "", Worker), 409);
            flink.JobManager.Faults.Clear();
        }
    }

    static Action<HttpRequestMessage> Content(string text, string type) => request => request.Content = new StringContent(text, Encoding.UTF8, type);

    // What a command before has deleted is made again; what is there stays.
    static async Task Exist(RestStand stand)
    {
        await stand.Post("/deployments/deployment-1", Specs.Deployment);
        await stand.Post("/clusters/cluster-1", Specs.Cluster);
        await stand.Post("/clusters/cluster-1/jobs/job-1", Specs.Job);
    }
}
