using System.Text.Json.Nodes;
using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests;

/// <summary>
/// What the first toolbox answered, replayed. What was OK is OK with the same body; its errors, which mostly came with 200, have their own
/// codes now, and the same body where it was one that a client can use.
/// </summary>
[Collection(nameof(ApiCollection))]
public sealed class RecordedContractTests(ApiFixture api)
{
    // Scaling to zero by leaving the number out was an accident waiting to happen.
    const string EmptyScale = "PUT /api/v1/clusters/rest-2/scale {}";

    static readonly Dictionary<string, int> Refusals = new()
    {
        ["GET /api/v1/clusters/cluster-1/jobmanager/metrics"] = 404,
        ["GET /api/v1/clusters/cluster-1/taskmanagers"] = 404,
        ["PUT /api/v1/clusters/cluster-1/start not json"] = 400,
        ["POST /api/v1/clusters/foo not json"] = 400,
        ["GET /api/v1/clusters/rest-2/jobs/job-1/details"] = 409,
        ["GET /api/v1/clusters/rest-2/jobs/job-1/metrics"] = 409,
        [EmptyScale] = 400,
        ["PUT /api/v1/clusters/rest-2/scale {\"taskManagers\":-1}"] = 400,
    };

    [RecordedTheory]
    [InlineData("empty-4444.json", 33)]
    [InlineData("commands.json", 30)]
    public async Task Answers_are_the_recorded_ones_with_proper_codes(string file, int least)
    {
        await using var stand = await RestStand.Start(api);
        if (file == "commands.json") await Deploy(stand);
        var exchanges = JsonNode.Parse(await File.ReadAllTextAsync(Recorded.File(file)))!.AsArray();
        Assert.True(exchanges.Count >= least - 5, $"{exchanges.Count} exchanges");
        foreach (var exchange in exchanges) await Compare(stand, exchange!);
    }

    static async Task Compare(RestStand stand, JsonNode exchange)
    {
        var (method, path, body) = ((string)exchange["request"]!["method"]!, (string)exchange["request"]!["path"]!, (string?)exchange["request"]!["body"]);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body) };
        // As curl sends it.
        request.Content?.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var response = await stand.Http.SendAsync(request);
        var reply = await Reply.Of(response);
        var what = $"{method} {path} {body}".TrimEnd();
        await stand.CachesFollow();
        if (method == "HEAD" || path == "/" && method == "OPTIONS")
            Assert.Equal((int)exchange["status"]!, reply.Code);
        else if ((int)exchange["status"]! is 404 or 405)
            Assert.True(reply.Code == (int)exchange["status"]! && reply.Status == "FAILURE", $"{what}: {reply}");
        else
            CompareBody(what, exchange, reply, body);
    }

    static void CompareBody(string what, JsonNode exchange, Reply reply, string? body)
    {
        var old = JsonNode.Parse((string)exchange["body"]!)!;
        if ((string?)old["status"] == "OK" && what != EmptyScale)
        {
            Assert.True(reply.Code == 200, $"{what}: {reply}");
            Assert.True(JsonNode.DeepEquals(old, reply.Envelope), $"{what}: {reply} instead of {old.ToJsonString()}");
            return;
        }
        Assert.True(reply.Code >= 400 && reply.Code != 500, $"{what}: {reply}");
        if ((string?)old["error"] is { } error && (error.EndsWith("not found", StringComparison.Ordinal) || error.EndsWith("is required", StringComparison.Ordinal)))
            Assert.Equal(((string)exchange["body"]!, error.EndsWith("not found", StringComparison.Ordinal) ? 404 : 400), (reply.Body, reply.Code));
        else if (Refusals.TryGetValue(what, out var code))
            Assert.True(reply.Code == code, $"{what}: {reply}");
        else
            Assert.True(reply.Code == Otherwise(what, body), $"{what}: {reply}");
    }

    // Names that are taken, bad or absent.
    static int Otherwise(string what, string? body) =>
        what.StartsWith("POST ", StringComparison.Ordinal) ? what.Contains("Bad_Name", StringComparison.Ordinal) ? 400 : 409 : body == "not json" ? 400 : 404;

    // The deployment's children, as its operator makes them.
    static async Task Deploy(RestStand stand)
    {
        (await stand.Post("/deployments/cluster-1", Specs.Deployment)).IsOk();
        (await stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        foreach (var job in new[] { "job-1", "job-2", "job-3" }) (await stand.Post($"/clusters/cluster-1/jobs/{job}", Specs.Job)).IsOk();
    }
}
