using System.Text.Json.Nodes;
using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>What the real process says about what really runs.</summary>
public sealed class ExplainTests(ScenarioWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<ScenarioWorld>
{
    [Fact]
    public async Task A_running_job_its_cluster_and_deployment_are_explained()
    {
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", "explained"), "explained", "job-1", "job-2", "job-3");
        var job = await Json("explain", "job", "explained-job-1");
        Assert.Equal(("FlinkJob", "explained-job-1", "Started"), ((string)job["kind"]!, (string)job["name"]!, (string)job["state"]!));
        Assert.Equal("FollowJob", (string?)job["decision"]!["rule"]);
        Assert.Equal((string?)Find(Kinds.FlinkJob, "explained-job-1")["status"]!["decision"]!["rule"], (string?)job["lastDecision"]!["rule"]);
        Assert.Equal("Running", Value(job, "Flink"));
        Assert.Contains(job["pods"]!.AsArray(), pod => (string?)pod!["role"] == "jobmanager" && (bool)pod["ready"]!);

        var cluster = await Json("explain", "cluster", "explained");
        Assert.Equal(("Started", "FollowHealth"), ((string)cluster["state"]!, (string)cluster["decision"]!["rule"]!));
        Assert.Equal("true", Value(cluster, "FlinkAnswers"));
        var deployment = await Json("explain", "deployment", "explained");
        Assert.Equal("FollowChildren", (string?)deployment["decision"]!["rule"]);
        Took("three explanations");

        var text = await FlinkctlRun.Of(World, "explain", "job", "explained-job-1");
        Assert.Equal(0, text.Code);
        Assert.DoesNotContain('\u001b', text.Output);
        Assert.Contains(text.Output.Split('\n'), line => line.StartsWith('>') && line.Contains("FollowJob", StringComparison.Ordinal));
        var yaml = await FlinkctlRun.Of(World, "explain", "job", "explained-job-1", "-o", "yaml");
        Assert.Contains("rule: FollowJob", yaml.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        var run = await FlinkctlRun.Of(World, "explain", "job", "nowhere");
        Assert.Equal((1, $"flinkctl: there is no FlinkJob nowhere in the namespace {World.Namespace}"), (run.Code, run.Errors.Trim()));
    }

    async Task<JsonObject> Json(params string[] arguments)
    {
        var run = await FlinkctlRun.Of(World, [.. arguments, "-o", "json"]);
        Assert.True(run.Code == 0, run.Errors);
        return JsonNode.Parse(run.Output)!.AsObject();
    }

    static string Value(JsonObject explanation, string fact) => (string)explanation["facts"]!.AsArray().Single(item => (string?)item!["name"] == fact)!["value"]!;
}
