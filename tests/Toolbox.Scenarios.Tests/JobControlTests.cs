using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>Users stop and start jobs and clusters by annotation.</summary>
public sealed class JobControlTests(ScenarioWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<ScenarioWorld>
{
    [Fact]
    public async Task A_job_that_was_stopped_resumes_from_the_savepoint_of_its_stop()
    {
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", "control"), "control", "job-1", "job-2", "job-3");
        var before = Find(Kinds.FlinkJob, "control-job-1").Text("jobId");
        await User.Request(Kinds.FlinkJob, "control-job-1", "STOP");
        var stopped = await Job("control-job-1", "stopped", job => job.IsStopped() && job.Text("jobId") == "");
        Took("stop a job");
        Assert.StartsWith("s3a://flink/control/job-1/savepoints", stopped.Text("savepointPath"), StringComparison.Ordinal);
        Assert.True(ScenarioUser.IsReset(stopped));
        await Flink.RunsExactly("control", "control-job-2", "control-job-3");

        await User.Request(Kinds.FlinkJob, "control-job-1", "START");
        var started = await Another("control-job-1", before);
        Took("start a job");
        Assert.Equal(stopped.Text("savepointPath"), (string?)started["status"]!["submission"]!["restorePoint"]);
        Assert.True(ScenarioUser.IsReset(started));
        await Flink.RunsExactly("control", "control-job-1", "control-job-2", "control-job-3");
    }

    [Fact]
    public async Task A_savepoint_on_request_leaves_the_job_running_and_is_what_a_stop_without_savepoint_resumes_from()
    {
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", "request"), "request", "job-1", "job-2", "job-3");
        await User.Request(Kinds.FlinkJob, "request-job-3", "TRIGGER_SAVEPOINT");
        var saved = await Job("request-job-3", "has a savepoint", job => job.IsReady() && job.Text("savepointPath").Length > 0);
        Took("savepoint on request");
        var before = saved.Text("jobId");
        await User.Request(Kinds.FlinkJob, "request-job-3", "STOP", withoutSavepoint: true);
        var stopped = await Job("request-job-3", "stopped", job => job.IsStopped());
        Assert.Equal(saved.Text("savepointPath"), stopped.Text("savepointPath"));
        await User.Request(Kinds.FlinkJob, "request-job-3", "START");
        await Another("request-job-3", before);
        await Flink.RunsExactly("request", "request-job-1", "request-job-2", "request-job-3");
    }

    [Fact]
    public async Task A_savepoint_that_is_forgotten_while_the_job_is_stopped_is_not_what_it_starts_from()
    {
        await User.Apply(ProjectFiles.Sample("cluster-with-job.yaml", "cluster-3", "forget"));
        await Ready(Kinds.FlinkJob, "forget-job-1");
        var before = Find(Kinds.FlinkJob, "forget-job-1").Text("jobId");
        await User.Request(Kinds.FlinkJob, "forget-job-1", "STOP");
        var stopped = await Job("forget-job-1", "stopped", job => job.IsStopped() && job.Text("savepointPath").Length > 0);
        await User.Request(Kinds.FlinkJob, "forget-job-1", "FORGET_SAVEPOINT");
        await Job("forget-job-1", "has forgotten its savepoint", job => job.IsStopped() && job.Text("savepointPath") == "");
        await User.Request(Kinds.FlinkJob, "forget-job-1", "START");
        var started = await Another("forget-job-1", before);
        Assert.NotEqual(stopped.Text("savepointPath"), (string?)started["status"]!["submission"]!["restorePoint"]);
        await Flink.RunsExactly("forget", "forget-job-1");
    }

    [Fact]
    public async Task A_start_without_savepoint_begins_empty_although_one_is_known()
    {
        await User.Apply(ProjectFiles.Sample("cluster-with-job.yaml", "cluster-3", "empty"));
        await Ready(Kinds.FlinkJob, "empty-job-1");
        var before = Find(Kinds.FlinkJob, "empty-job-1").Text("jobId");
        await User.Request(Kinds.FlinkJob, "empty-job-1", "STOP");
        await Job("empty-job-1", "stopped", job => job.IsStopped() && job.Text("savepointPath").Length > 0);
        await User.Request(Kinds.FlinkJob, "empty-job-1", "START", withoutSavepoint: true);
        var started = await Another("empty-job-1", before);
        Assert.Equal("", (string?)started["status"]!["submission"]!["restorePoint"]);
        await Flink.RunsExactly("empty", "empty-job-1");
    }

    [Fact]
    public async Task A_cluster_that_stops_takes_its_jobs_and_pods_along_and_they_come_back_as_their_policies_say()
    {
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", "whole"), "whole", "job-1", "job-2", "job-3");
        string[] all = ["whole-job-1", "whole-job-2", "whole-job-3"];
        var before = all.ToDictionary(job => job, job => Find(Kinds.FlinkJob, job).Text("jobId"));
        await User.Request(Kinds.FlinkCluster, "whole", "STOP");
        await Until(Kinds.FlinkCluster, "whole", "stopped", cluster => cluster.IsStopped());
        Took("stop a cluster");
        await PodsGone("whole");
        Assert.All(all, job => Assert.True(Find(Kinds.FlinkJob, job).IsStopped(), Find(Kinds.FlinkJob, job).State()));
        foreach (var job in all) await Job(job, "shows no health of a cluster that is stopped", found => found.Text("clusterHealth") == "");

        await User.Request(Kinds.FlinkCluster, "whole", "START");
        await Ready(Kinds.FlinkCluster, "whole");
        // Always asks for a restart; OnlyIfFailed has not failed, and Never waits for the user.
        var saved = Find(Kinds.FlinkJob, all[1]).Text("savepointPath");
        Assert.Equal(saved, (string?)(await Another(all[1], before[all[1]]))["status"]!["submission"]!["restorePoint"]);
        Took("start a cluster");
        Assert.True(Find(Kinds.FlinkJob, all[0]).IsStopped());
        Assert.True(Find(Kinds.FlinkJob, all[2]).IsStopped());
        await Flink.RunsExactly("whole", all[1]);
        await User.Request(Kinds.FlinkJob, all[0], "START");
        await User.Request(Kinds.FlinkJob, all[2], "START");
        await Another(all[0], before[all[0]]);
        await Another(all[2], before[all[2]]);
        await Flink.RunsExactly("whole", all);
    }
}
