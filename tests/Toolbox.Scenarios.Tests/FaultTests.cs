using System.Text.Json.Nodes;
using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>Processes and pods die; in the end each job runs exactly once, from its newest restore point.</summary>
public sealed class FaultTests(ScenarioWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<ScenarioWorld>
{
    [Fact]
    public async Task Jobs_recover_from_their_newest_restore_point_when_the_JobManagers_container_is_killed()
    {
        var (cluster, jobs, before) = await Running("container");
        await User.Request(Kinds.FlinkJob, jobs[0], "TRIGGER_SAVEPOINT");
        await Job(jobs[0], "has a savepoint", job => job.IsReady() && job.Text("savepointPath").Length > 0);
        await User.KillContainer(Flink.JobManager(cluster)!, "jobmanager");
        await Recovered(cluster, jobs, before);
        Took("recover from a killed JobManager container");
    }

    [Fact]
    public async Task Jobs_recover_from_their_newest_restore_point_when_the_JobManager_pod_is_deleted()
    {
        var (cluster, jobs, before) = await Running("pod");
        await User.Request(Kinds.FlinkJob, jobs[0], "TRIGGER_SAVEPOINT");
        await Job(jobs[0], "has a savepoint", job => job.IsReady() && job.Text("savepointPath").Length > 0);
        await User.Delete(Kinds.Pod, Flink.JobManager(cluster)!.Name(), grace: 0);
        await Recovered(cluster, jobs, before);
        Took("recover from a deleted JobManager pod");
    }

    [Fact]
    public async Task A_job_comes_back_from_a_checkpoint_that_nobody_had_looked_at_when_the_JobManager_was_lost()
    {
        await Start(ProjectFiles.Sample("stateful.yaml", "stateful", "unseen"), "unseen", "job-1");
        await LoseUnseenCheckpoints("unseen", "unseen-job-1");
    }

    [Fact]
    public async Task A_TaskManager_pod_that_is_deleted_is_replaced_and_the_jobs_go_on()
    {
        var (cluster, jobs, before) = await Running("worker");
        var lost = Flink.Pods(cluster, "taskmanager").First();
        await User.Delete(Kinds.Pod, lost.Name(), grace: 0);
        await World.Until("another TaskManager pod", () =>
            Flink.Pods(cluster, "taskmanager").Where(pod => pod.Text("phase") == "Running" && !pod.IsDeleting()).ToArray() is { Length: 2 } pods
            && pods.All(pod => pod.Uid() != lost.Uid()) ? pods : null, cluster);
        await Ready(Kinds.FlinkCluster, cluster);
        await Flink.RunsExactly(cluster, jobs);
        Took("recover from a deleted TaskManager pod");
        Assert.All(jobs, job => Assert.Equal(before[job], Find(Kinds.FlinkJob, job).Text("jobId")));
    }

    [Fact]
    public async Task A_supervisor_that_is_killed_while_jobs_start_finishes_the_start()
    {
        await User.Apply(ProjectFiles.Sample("deployment.yaml", "cluster-1", "early"));
        await Job("early-job-1", "recorded its submission", job => job["status"]?["submission"] is not null);
        await KillSupervisor("early");
        string[] jobs = ["early-job-1", "early-job-2", "early-job-3"];
        foreach (var job in jobs) await Ready(Kinds.FlinkJob, job);
        Took("apply to ready with a killed supervisor");
        await Flink.RunsExactly("early", jobs);
    }

    [Fact]
    public async Task A_supervisor_that_is_killed_while_a_job_stops_finishes_the_stop_with_the_savepoint()
    {
        var (cluster, jobs, before) = await Running("late");
        await User.Request(Kinds.FlinkJob, jobs[0], "STOP");
        await Job(jobs[0], "stopping", job => job.Text("supervisorStatus") == "Stopping");
        await KillSupervisor(cluster);
        var stopped = await Job(jobs[0], "stopped", job => job.IsStopped());
        Took("stop with a killed supervisor");
        Assert.NotEqual("", stopped.Text("savepointPath"));
        await Flink.RunsExactly(cluster, jobs[1], jobs[2]);
        await User.Request(Kinds.FlinkJob, jobs[0], "START");
        var started = await Another(jobs[0], before[jobs[0]]);
        Assert.Equal(stopped.Text("savepointPath"), (string?)started["status"]!["submission"]!["restorePoint"]);
        await Flink.RunsExactly(cluster, jobs);
    }

    [Fact]
    public async Task A_bootstrap_that_is_killed_starts_its_job_once()
    {
        await User.Apply(ProjectFiles.Sample("cluster-with-job.yaml", "cluster-3", "boot"));
        var pod = await World.Until("a running bootstrap", () => Flink.Pods("boot", "bootstrap").FirstOrDefault(pod => pod.Text("phase") == "Running"), "boot");
        await User.KillContainer(pod, "bootstrap");
        await Ready(Kinds.FlinkJob, "boot-job-1");
        Took("apply to ready with a killed bootstrap");
        await Flink.RunsExactly("boot", "boot-job-1");
        Assert.Equal(1, Find(Kinds.FlinkJob, "boot-job-1").Number("attempt"));
    }

    [Fact]
    public async Task An_operator_that_is_killed_serves_the_next_deployment()
    {
        await User.KillContainer(World.Watched.All(Kinds.Pod).Single(pod => pod.Name().StartsWith("flink-operator", StringComparison.Ordinal)), "flink-operator");
        await Running("after");
    }

    async Task<(string Cluster, string[] Jobs, IReadOnlyDictionary<string, string> Before)> Running(string cluster)
    {
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", cluster), cluster, "job-1", "job-2", "job-3");
        string[] jobs = [$"{cluster}-job-1", $"{cluster}-job-2", $"{cluster}-job-3"];
        await Flink.RunsExactly(cluster, jobs);
        return (cluster, jobs, jobs.ToDictionary(job => job, job => Find(Kinds.FlinkJob, job).Text("jobId")));
    }

    async Task Recovered(string cluster, string[] jobs, IReadOnlyDictionary<string, string> before)
    {
        foreach (var job in jobs)
        {
            var known = Newest(Find(Kinds.FlinkJob, job));
            var started = await Another(job, before[job]);
            var restored = (string?)started["status"]!["submission"]!["restorePoint"] ?? "";
            // A checkpoint may have been completed after the look; what was known is the least.
            Assert.True(known is null || restored.Length > 0, $"{job} started empty although {known} was known");
        }
        await Ready(Kinds.FlinkDeployment, cluster);
        await Flink.RunsExactly(cluster, jobs);
    }

    Task KillSupervisor(string cluster) => User.KillContainer(Flink.Pods(cluster, "supervisor").Single(), "supervisor");

    static string? Newest(JsonObject job) => (job["status"]!["restorePoints"] as JsonArray)?.MaxBy(point => (string?)point!["time"], StringComparer.Ordinal)?["path"]?.ToString();
}
