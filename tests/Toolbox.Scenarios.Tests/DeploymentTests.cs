using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>A deployment comes and goes.</summary>
public sealed class DeploymentTests(ScenarioWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<ScenarioWorld>
{
    // Three of a deployment, three to five of a cluster and five of a job tell all there is. On a busy machine one or two more
    // intermediate states are seen; the report tells the number.
    const int MostWrites = 6;
    const int MostWritesOfJob = 7;

    readonly ITestOutputHelper _output = output;

    [Fact]
    public async Task A_deployment_gets_its_cluster_and_three_running_jobs_in_few_writes()
    {
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", "coming"), "coming", "job-1", "job-2", "job-3");
        var cluster = Find(Kinds.FlinkCluster, "coming");
        Assert.Equal("Updated/Started/HEALTHY", cluster.State());
        Assert.Equal((2, 4), (cluster.Number("taskManagerReplicas"), cluster.Number("totalTaskSlots")));
        Assert.Equal("Updated", Find(Kinds.FlinkDeployment, "coming").State());
        string[] jobs = ["coming-job-1", "coming-job-2", "coming-job-3"];
        Assert.All(jobs, job => Assert.Equal("Updated/Started/RUNNING", Find(Kinds.FlinkJob, job).State()));
        await Flink.RunsExactly("coming", jobs);
        AssertFewWrites(Kinds.FlinkDeployment, "coming", MostWrites);
        AssertFewWrites(Kinds.FlinkCluster, "coming", MostWrites);
        foreach (var job in jobs) AssertFewWrites(Kinds.FlinkJob, job, MostWritesOfJob);
    }

    [Fact]
    public async Task Kubectl_shows_the_columns_of_the_manual()
    {
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", "columns"), "columns", "job-1", "job-2", "job-3");
        using var columns = new PrinterColumns(World.Connection);
        var deployment = await columns.Of(Kinds.FlinkDeployment, World.Namespace, "columns");
        Assert.Equal("Updated", deployment["RESOURCE-STATUS"]);
        var cluster = await columns.Of(Kinds.FlinkCluster, World.Namespace, "columns");
        Assert.Equal(("Updated", "Started", "HEALTHY"), (cluster["RESOURCE-STATUS"], cluster["SUPERVISOR-STATUS"], cluster["CLUSTER-HEALTH"]));
        var job = await columns.Of(Kinds.FlinkJob, World.Namespace, "columns-job-1");
        Assert.Equal(("columns", "RUNNING", "2", "2"), (job["CLUSTER-NAME"], job["JOB-STATUS"], job["JOB-PARALLELISM"], job["REQUESTED-JOB-PARALLELISM"]));
        Assert.Equal(Find(Kinds.FlinkJob, "columns-job-1").Text("jobId"), job["JOB-ID"]);
    }

    [Fact]
    public async Task The_deployment_of_the_manual_runs_on_Flink_1_9()
    {
        await User.Apply(ProjectFiles.Text("samples/flink-config.yaml"));
        await User.Apply(ProjectFiles.Text("samples/flink-secrets.yaml"));
        var manual = ProjectFiles.Text("tests/Toolbox.Manifests.Tests/Resources/manual-deployment.yaml").Replace("cluster-1", "manual", StringComparison.Ordinal);
        var jobs = Manifests.Tests.YamlJson.Documents(manual).Single()["spec"]!["jobs"]!.AsArray().Select(job => (string)job!["name"]!).ToArray();
        await Start(manual, "manual", jobs);
        await Flink.RunsExactly("manual", [.. jobs.Select(job => $"manual-{job}")]);
    }

    [Fact]
    public async Task Nothing_is_left_of_a_deleted_deployment()
    {
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", "going"), "going", "job-1", "job-2", "job-3");
        await User.Delete(Kinds.FlinkDeployment, "going");
        foreach (var type in new[] { Kinds.FlinkDeployment, Kinds.FlinkCluster, Kinds.FlinkJob, Kinds.Pod, Kinds.Service, Kinds.Job, Kinds.Deployment, Kinds.Lease })
            await World.UntilGone($"{type.Kind} of going", () => World.Watched.All(type).Where(item => item.Name().Contains("going", StringComparison.Ordinal)), "going");
        Took("delete");
    }

    void AssertFewWrites(ResourceType<JsonObject> type, string name, int most)
    {
        var writes = World.Watched.Writes(type, name).TakeWhile((write, index) => index == 0 || !IsReady(World.Watched.Writes(type, name)[index - 1])).ToList();
        _output.WriteLine($"{type.Kind} {name}: {writes.Count} writes until ready\n   {string.Join("\n   ", writes)}");
        Assert.True(writes.Count <= most, $"{type.Kind} {name}: {writes.Count} writes\n{string.Join('\n', writes)}");
    }

    static bool IsReady(StatusWrite write) =>
        (write.Status["conditions"] as JsonArray)?.Any(condition => (string?)condition!["type"] == "Ready" && (string?)condition["status"] == "True") == true;
}
