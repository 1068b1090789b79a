using System.Text.Json.Nodes;
using Toolbox.Manifests.Tests;
using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>Users change what they have applied, or scale it.</summary>
public sealed class ChangeTests(ScenarioWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<ScenarioWorld>
{
    [Fact]
    public async Task Another_image_restarts_the_cluster_and_jobs_resume_from_savepoints()
    {
        var yaml = ProjectFiles.Sample("deployment.yaml", "cluster-1", "image");
        await Start(yaml, "image", "job-1", "job-2", "job-3");
        string[] all = ["image-job-1", "image-job-2", "image-job-3"];
        var before = all.ToDictionary(job => job, job => Find(Kinds.FlinkJob, job).Text("jobId"));
        await User.Apply(yaml.Replace("image: flink:1.20.5", "image: flink:2.3.0", StringComparison.Ordinal));
        foreach (var job in all)
        {
            var started = await Another(job, before[job]);
            // Manual mode takes no savepoint of its own.
            if (job != all[2]) Assert.Equal(started.Text("savepointPath"), (string?)started["status"]!["submission"]!["restorePoint"]);
            Assert.Equal(job != all[2], started.Text("savepointPath").Length > 0);
        }
        await Ready(Kinds.FlinkDeployment, "image");
        Took("restart with another image");
        var images = Flink.Pods("image", "jobmanager").Concat(Flink.Pods("image", "taskmanager")).Select(pod => (string?)pod["spec"]!["containers"]![0]!["image"]);
        Assert.All(images, image => Assert.Equal("flink:2.3.0", image));
        await Flink.RunsExactly("image", all);
    }

    [Fact]
    public async Task Other_arguments_restart_their_job_alone()
    {
        var yaml = ProjectFiles.Sample("deployment.yaml", "cluster-1", "argument");
        await Start(yaml, "argument", "job-1", "job-2", "job-3");
        string[] all = ["argument-job-1", "argument-job-2", "argument-job-3"];
        var before = all.ToDictionary(job => job, job => Find(Kinds.FlinkJob, job).Text("jobId"));
        var pod = Flink.JobManager("argument")!.Uid();
        var document = Document(yaml);
        document["spec"]!["jobs"]![1]!["spec"]!["bootstrap"]!["arguments"]!.AsArray().Add("--rate");
        document["spec"]!["jobs"]![1]!["spec"]!["bootstrap"]!["arguments"]!.AsArray().Add("30");
        await User.Apply(document.ToJsonString());
        var started = await Another(all[1], before[all[1]]);
        Took("restart a job with other arguments");
        Assert.Equal(started.Text("savepointPath"), (string?)started["status"]!["submission"]!["restorePoint"]);
        await Ready(Kinds.FlinkDeployment, "argument");
        Assert.Equal(before[all[0]], Find(Kinds.FlinkJob, all[0]).Text("jobId"));
        Assert.Equal(before[all[2]], Find(Kinds.FlinkJob, all[2]).Text("jobId"));
        Assert.Equal(pod, Flink.JobManager("argument")!.Uid());
    }

    [Fact]
    public async Task A_field_that_is_removed_from_the_deployment_disappears_from_the_cluster()
    {
        var yaml = ProjectFiles.Sample("deployment.yaml", "cluster-1", "removal");
        await Start(yaml, "removal", "job-1", "job-2", "job-3");
        var document = Document(yaml);
        document["spec"]!["cluster"]!["supervisor"]!.AsObject().Remove("taskTimeout");
        document["spec"]!["cluster"]!["jobManager"]!.AsObject().Remove("extraPorts");
        await User.Apply(document.ToJsonString());
        await Until(Kinds.FlinkCluster, "removal", "lacks the removed fields", cluster =>
            cluster["spec"]!["supervisor"]!["taskTimeout"] is null && cluster["spec"]!["jobManager"]!["extraPorts"] is null && cluster.IsReady());
        Assert.NotNull(Find(Kinds.FlinkCluster, "removal")["spec"]!["supervisor"]!["rescaleDelay"]);
    }

    [Fact]
    public async Task A_job_that_is_scaled_restarts_and_TaskManagers_follow()
    {
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", "scale"), "scale", "job-1", "job-2", "job-3");
        var before = Find(Kinds.FlinkJob, "scale-job-1").Text("jobId");
        await User.Scale(Kinds.FlinkJob, "scale-job-1", 3);
        var grown = await Another("scale-job-1", before);
        Took("scale up a job");
        Assert.Equal((3, 3), (grown.Number("jobParallelism"), (int)grown["spec"]!["jobParallelism"]!));
        // Five slots at two in each TaskManager.
        await Until(Kinds.FlinkCluster, "scale", "3 TaskManagers", cluster => cluster.IsReady() && cluster.Number("taskManagerReplicas") == 3 && cluster.Number("totalTaskSlots") == 6);
        Assert.Equal(grown.Text("savepointPath"), (string?)grown["status"]!["submission"]!["restorePoint"]);

        await User.Scale(Kinds.FlinkJob, "scale-job-1", 1);
        await Another("scale-job-1", grown.Text("jobId"));
        Took("scale down a job");
        await Until(Kinds.FlinkCluster, "scale", "2 TaskManagers", cluster => cluster.IsReady() && cluster.Number("taskManagerReplicas") == 2);
        await World.Until("one TaskManager pod fewer", () => Flink.Pods("scale", "taskmanager").Count() == 2 ? "gone" : null, "scale");
        Took("remove surplus TaskManagers (delay 10 s)");
        await Flink.RunsExactly("scale", "scale-job-1", "scale-job-2", "scale-job-3");
    }

    static JsonObject Document(string yaml) => YamlJson.Documents(yaml).Single(document => (string?)document["kind"] == "FlinkDeployment");
}
