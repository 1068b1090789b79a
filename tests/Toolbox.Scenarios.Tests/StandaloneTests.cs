using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>Clusters and jobs without a deployment, and jobs that end by themselves.</summary>
public sealed class StandaloneTests(ScenarioWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<ScenarioWorld>
{
    [Fact]
    public async Task A_bare_cluster_runs_scales_and_goes()
    {
        await User.Apply(ProjectFiles.Sample("cluster.yaml", "cluster-2", "bare"));
        var cluster = await Ready(Kinds.FlinkCluster, "bare");
        Took("apply to ready");
        Assert.Equal((1, 2), (cluster.Number("taskManagerReplicas"), cluster.Number("totalTaskSlots")));
        await User.Scale(Kinds.FlinkCluster, "bare", 3);
        await Until(Kinds.FlinkCluster, "bare", "3 TaskManagers", found => found.IsReady() && found.Number("taskManagerReplicas") == 3 && found.Number("totalTaskSlots") == 6);
        Took("scale up");
        await User.Delete(Kinds.FlinkCluster, "bare");
        await World.UntilGone("the cluster", () => World.Watched.All(Kinds.FlinkCluster).Where(item => item.Name() == "bare"), "bare");
        await PodsGone("bare");
        Took("delete");
    }

    [Fact]
    public async Task What_a_cluster_leaves_behind_when_its_finalizers_are_removed_by_hand_is_removed_and_nothing_else()
    {
        await User.Apply(ProjectFiles.Sample("cluster.yaml", "cluster-2", "left"));
        await User.Apply(ProjectFiles.Sample("cluster.yaml", "cluster-2", "stays"));
        await Ready(Kinds.FlinkCluster, "left");
        await Ready(Kinds.FlinkCluster, "stays");
        var kept = Pods("stays");
        await User.Delete(Kinds.FlinkCluster, "left");
        await User.Patch(Kinds.FlinkCluster, "left", """{"metadata":{"finalizers":null}}""");
        foreach (var type in new[] { Kinds.Pod, Kinds.Service, Kinds.Deployment })
            await World.UntilGone($"{type.Kind} of left", () => World.Watched.All(type).Where(item => item.Label("clusterName") == "left"), "left");
        Took("remove what was left behind");
        Assert.Equal(kept, Pods("stays"));
    }

    string[] Pods(string cluster) => [.. new[] { "jobmanager", "taskmanager", "supervisor" }.SelectMany(role => Flink.Pods(cluster, role)).Select(pod => pod.Uid())];

    [Fact]
    public async Task A_job_outlives_its_cluster_with_a_savepoint_and_resumes_on_another_one_of_that_name()
    {
        var yaml = ProjectFiles.Sample("cluster-with-job.yaml", "cluster-3", "pair");
        await User.Apply(yaml);
        var job = await Ready(Kinds.FlinkJob, "pair-job-1");
        await Ready(Kinds.FlinkCluster, "pair");
        Took("apply to ready");
        Assert.Equal(1, Find(Kinds.FlinkCluster, "pair").Number("taskManagerReplicas"));

        await User.Delete(Kinds.FlinkCluster, "pair");
        await World.UntilGone("the cluster", () => World.Watched.All(Kinds.FlinkCluster).Where(item => item.Name() == "pair"), "pair");
        Took("delete the cluster");
        await PodsGone("pair");
        var released = await Job("pair-job-1", "released", found => found.IsStopped() && found.Text("savepointPath").Length > 0);
        Assert.DoesNotContain("supervisor.nextbreakpoint.com", released["metadata"]!["finalizers"]?.ToJsonString() ?? "", StringComparison.Ordinal);
        Assert.False(released.IsDeleting());

        await User.Apply(yaml);
        await Ready(Kinds.FlinkCluster, "pair");
        await User.Request(Kinds.FlinkJob, "pair-job-1", "START");
        var resumed = await Another("pair-job-1", job.Text("jobId"));
        Took("resume on a new cluster");
        Assert.Equal(released.Text("savepointPath"), (string?)resumed["status"]!["submission"]!["restorePoint"]);
        await Flink.RunsExactly("pair", "pair-job-1");
    }

    [Fact]
    public async Task A_batch_job_ends_once_and_is_ready()
    {
        await User.Apply(ProjectFiles.Sample("batch-job.yaml", "batch", "once"));
        var job = await Job("once-job-1", "finished", found => found.State() == "Updated/Stopped/FINISHED");
        Took("apply to finished");
        Assert.Equal("True", job.Condition("Ready"));
        await Ready(Kinds.FlinkDeployment, "once");
        // Without a task left the cluster gives its TaskManagers back only after its delay: by then a restart would have come.
        await Ready(Kinds.FlinkCluster, "once");
        var submissions = World.Watched.Writes(Kinds.FlinkJob, "once-job-1").Select(write => (string?)write.Status["submission"]?["jobId"]).OfType<string>().Distinct();
        Assert.Equal([job.Text("jobId")], submissions);
        Assert.Empty((await Flink.LivingJobs("once"))!);
    }

    [Fact]
    public async Task A_batch_job_whose_policy_is_Always_starts_again()
    {
        var yaml = ProjectFiles.Sample("batch-job.yaml", "batch", "again").Replace("restartPolicy: Never", "restartPolicy: Always\n        restartDelay: 1", StringComparison.Ordinal);
        await User.Apply(yaml);
        var first = await Job("again-job-1", "finished", found => found.State() == "Updated/Stopped/FINISHED");
        await Job("again-job-1", "finished once more", found => found.State() == "Updated/Stopped/FINISHED" && found.Text("jobId") != first.Text("jobId"));
        await User.Delete(Kinds.FlinkDeployment, "again");
        await World.UntilGone("the job", () => World.Watched.All(Kinds.FlinkJob).Where(item => item.Name() == "again-job-1"), "again");
    }
}
