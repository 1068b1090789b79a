using System.Text.Json.Nodes;
using Toolbox.Manifests.Tests;
using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>What the real process plans is what happens once the change is applied.</summary>
public sealed class PlanTests(ScenarioWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<ScenarioWorld>
{
    [Fact]
    public async Task Another_image_does_what_was_planned()
    {
        var yaml = ProjectFiles.Sample("deployment.yaml", "cluster-1", "planned");
        await Start(yaml, "planned", "job-1", "job-2", "job-3");
        var nothing = await Plan(yaml, 0);
        Assert.False((bool)nothing["changes"]!);
        Assert.Equal(["ConfigMap flink-config", "Secret flink-secrets"], nothing["notLookedAt"]!.AsArray().Select(item => (string)item!));

        var changed = yaml.Replace("image: flink:1.20.5", "image: flink:2.3.0", StringComparison.Ordinal);
        var plan = await Plan(changed, 3);
        Took("two plans");
        Assert.Equal(["runtime"], Resource(plan, "FlinkCluster", "planned")["digests"]!.AsArray().Select(digest => (string)digest!["part"]!));
        var cluster = Assert.Single(plan["clusters"]!.AsArray())!;
        Assert.Equal(("planned", "Restart"), ((string)cluster["name"]!, (string)cluster["action"]!));
        var before = Pods();
        Assert.Equal(before, Names(cluster["podsRemoved"]!));

        await User.Apply(changed);
        foreach (var job in plan["jobs"]!.AsArray()) await HappensAsPlanned(job!.AsObject());
        await Ready(Kinds.FlinkDeployment, "planned");
        Took("the change itself");
        Assert.Equal(Names(cluster["podsAdded"]!), Pods());
        Assert.Equal(3, plan["jobs"]!.AsArray().Count);
        Assert.False((bool)(await Plan(changed, 0))["changes"]!);
    }

    [Fact]
    public async Task What_a_reviewer_must_know_before_it_is_applied()
    {
        var yaml = ProjectFiles.Text("samples/cluster-with-job.yaml").Replace("cluster-3", "reviewed", StringComparison.Ordinal);
        var created = await Plan(yaml, 3);
        Assert.Equal(["Create", "Create"], created["resources"]!.AsArray().Select(resource => (string)resource!["action"]!));
        Assert.Equal("Start", (string?)Assert.Single(created["jobs"]!.AsArray())!["action"]);
        Assert.Null(World.Watched.Find(Kinds.FlinkCluster, "reviewed"));

        var unknown = await Plan(yaml.Replace("taskSlots:", "taskSlotz:", StringComparison.Ordinal), 1);
        Assert.Contains("taskSlotz", (string)unknown["errors"]![0]!["text"]!, StringComparison.Ordinal);
        var wrong = await Plan(yaml.Replace("maxJobParallelism: 8", "maxJobParallelism: 0", StringComparison.Ordinal), 1);
        Assert.Contains("minJobParallelism", (string)wrong["errors"]![0]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_kubectl_applied_and_the_document_lost_goes()
    {
        var document = YamlJson.Documents(ProjectFiles.Sample("deployment.yaml", "cluster-1", "trimmed")).Single(item => (string?)item["kind"] == "FlinkDeployment");
        var applied = document.DeepClone().AsObject();
        applied["metadata"]!["annotations"] = new JsonObject { ["kubectl.kubernetes.io/last-applied-configuration"] = document.ToJsonString() };
        await User.Apply(applied.ToJsonString());
        document["spec"]!["jobs"]!.AsArray().RemoveAt(2);
        var plan = await Plan(document.ToJsonString(), 3);
        var field = Assert.Single(Resource(plan, "FlinkDeployment", "trimmed")["fields"]!.AsArray())!;
        Assert.Equal(("spec.jobs[job-3]", null), ((string)field["path"]!, (string?)field["after"]));
        await User.Delete(Kinds.FlinkDeployment, "trimmed");
    }

    async Task<JsonObject> Plan(string yaml, int code)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, yaml);
        var run = await FlinkctlRun.Of(World, "plan", "-f", file, "--exit-code", "-o", "json");
        File.Delete(file);
        Assert.True(run.Code == code, $"Exit code {run.Code}:\n{run.Output}\n{run.Errors}");
        return JsonNode.Parse(run.Output)!.AsObject();
    }

    async Task HappensAsPlanned(JsonObject planned)
    {
        var job = await Job((string)planned["name"]!, "runs under the planned id", found => found.IsReady() && found.Text("jobId") == (string?)planned["flinkJobId"]);
        var restorePoint = (string)job["status"]!["submission"]!["restorePoint"]!;
        Assert.Equal("Restart", (string?)planned["action"]);
        Assert.Equal((bool)planned["takesSavepoint"]!, restorePoint.Length > 0 && restorePoint == job.Text("savepointPath"));
        Assert.Equal(planned["beginsEmptyBecause"] is not null, restorePoint.Length == 0);
        Assert.Equal((int)planned["parallelismAfter"]!, job.Number("jobParallelism"));
    }

    List<string> Pods() => [.. Flink.Pods("planned", "jobmanager").Concat(Flink.Pods("planned", "taskmanager")).Where(pod => !pod.IsDeleting()).Select(pod => pod.Name()).Order(StringComparer.Ordinal)];

    static List<string> Names(JsonNode pods) => [.. pods.AsArray().Select(pod => (string)pod!["name"]!).Order(StringComparer.Ordinal)];

    static JsonNode Resource(JsonObject plan, string kind, string name) =>
        plan["resources"]!.AsArray().Single(item => (string?)item!["kind"] == kind && (string?)item["name"] == name)!;
}
