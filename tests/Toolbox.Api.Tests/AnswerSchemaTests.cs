using System.Text.Json.Nodes;
using Toolbox.Api.Tests.World;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Tests;

/// <summary>What is read from a running cluster is as the OpenAPI document says.</summary>
[Collection(nameof(ApiCollection))]
public sealed class AnswerSchemaTests(ApiFixture api)
{
    [Fact]
    public async Task Every_answer_is_as_its_schema_says()
    {
        await using var flink = await FlinkStand.Start(api);
        await flink.JobRuns();
        (await flink.Rest.Post("/deployments/deployment-1", Specs.Deployment)).IsOk();
        await flink.Rest.WriteStatus(FlinkResourceTypes.Deployments, "deployment-1", """{"resourceStatus":"Updated","conditions":[]}""");
        await flink.Rest.WriteStatus(FlinkResourceTypes.Clusters, "cluster-1", """
            {"supervisorStatus":"Started","resourceStatus":"Updated","taskManagers":2,"clusterHealth":"HEALTHY","conditions":[
             {"type":"Ready","status":"True","reason":"FollowHealth","message":"","lastTransitionTime":"2026-01-01T00:00:00Z"}]}
            """);
        var worker = (string)(await flink.Rest.Get("/clusters/cluster-1/taskmanagers")).Output[0]!["id"]!;
        var schemas = new AnswerSchemas(JsonNode.Parse(await flink.Rest.Http.GetStringAsync("/api/v1/openapi.json"))!.AsObject());
        var reads = schemas.Reads().ToList();
        Assert.True(reads.Count > 15, $"{reads.Count} reads");
        foreach (var (path, schema) in reads)
        {
            var reply = await flink.Rest.Get(path["/api/v1".Length..]
                .Replace("{cluster}", "cluster-1", StringComparison.Ordinal).Replace("{job}", "job-1", StringComparison.Ordinal)
                .Replace("{deployment}", "deployment-1", StringComparison.Ordinal).Replace("{taskmanager}", worker, StringComparison.Ordinal));
            reply.IsOk();
            Assert.True(schema is not null, $"{path} has no schema of its output");
            Assert.Empty(await schemas.Complaints(schema!, reply.Output));
        }
    }

    [Fact]
    public async Task A_wrong_answer_is_noticed()
    {
        await using var stand = await RestStand.Start(api);
        var schemas = new AnswerSchemas(JsonNode.Parse(await stand.Http.GetStringAsync("/api/v1/openapi.json"))!.AsObject());
        var names = schemas.Reads().Single(read => read.Path == "/api/v1/clusters").Output!;
        Assert.NotEmpty(await schemas.Complaints(names, JsonNode.Parse("""{"a":1}""")!));
        var status = schemas.Reads().Single(read => read.Path == "/api/v1/clusters/{cluster}/status").Output!;
        Assert.NotEmpty(await schemas.Complaints(status, JsonNode.Parse("""{"taskManagers":"two"}""")!));
    }
}
