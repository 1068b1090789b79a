namespace Toolbox.Flink.Tests;

/// <summary>The client reads what real Flink of both versions answered.</summary>
public sealed class RecordedAnswersTests
{
    static readonly string Id = new('a', 32);

    [Theory]
    [InlineData("1.20.5")]
    [InlineData("2.3.0")]
    public async Task Jobs_whose_tasks_are_only_scheduled_do_not_run_fully(string version)
    {
        var jobs = Value(await Ask(version, "jobsoverview", flink => flink.JobsOverviewAsync()));
        var job = Assert.Single(jobs);
        Assert.Equal(("State machine job", JobState.Running, 2, 2), (job.Name, job.State, job.Tasks!.Total, job.Tasks.Scheduled));
        Assert.False(job.RunsFully);
        Assert.Equal(-1, job.EndTime);
    }

    [Fact]
    public async Task Checkpoints_after_a_restore_name_the_savepoint_that_was_restored()
    {
        var checkpoints = Value(await Ask("1.20.5", "checkpoints", flink => flink.CheckpointsAsync(Id)));
        Assert.Equal((1, 3), (checkpoints.Counts.Restored, checkpoints.Counts.Completed));
        Assert.EndsWith("/chk-14", checkpoints.Completed!.Path);
        Assert.Equal((14, false, false, false), (checkpoints.Completed.Id, checkpoints.Completed.IsSavepoint, checkpoints.Completed.Discarded, checkpoints.Completed.Synchronous));
        Assert.StartsWith("file:/data/1.20.5/savepoints/savepoint-", checkpoints.Restored!.Path);
        Assert.Null(checkpoints.Savepoint);
    }

    [Fact]
    public async Task Checkpoints_after_a_stop_show_its_savepoint_and_discarded_checkpoints()
    {
        var checkpoints = Value(await Ask("1.20.5", "checkpointsafterstop", flink => flink.CheckpointsAsync(Id)));
        Assert.True(checkpoints.Savepoint is { Synchronous: true, IsSavepoint: true, Discarded: false });
        Assert.True(checkpoints.Completed!.Discarded);
        Assert.Equal("Checkpoint Coordinator is suspending.", checkpoints.Failed!.Message);
    }

    [Theory]
    [InlineData("1.20.5")]
    [InlineData("2.3.0")]
    public async Task Statistics_with_NaN_and_nulls_are_read(string version)
    {
        var checkpoints = Value(await Ask(version, "checkpointsempty", flink => flink.CheckpointsAsync(Id)));
        Assert.Equal(new CheckpointStatistics(true, new CheckpointCounts(), null, null, null, null), checkpoints);
    }

    [Theory]
    [InlineData("1.20.5")]
    [InlineData("2.3.0")]
    public async Task The_newest_failure_has_its_last_cause(string version)
    {
        var failures = Value(await Ask(version, "exceptions", flink => flink.ExceptionsAsync(Id)));
        var failure = Assert.Single(failures);
        Assert.Equal(FlinkErrorKind.SavepointMissing, failure.Error.Kind);
        Assert.Equal("Could not start the JobMaster.", failure.Error.FirstLine);
        Assert.NotNull(failure.Time);
        Assert.Empty(Value(await Ask(version, "exceptionsempty", flink => flink.ExceptionsAsync(Id))));
    }

    [Fact]
    public async Task The_root_exception_of_old_versions_is_a_failure()
    {
        var answer = await RecordedAnswers.AskAsync(200, """{"root-exception":"java.lang.RuntimeException: Disk full.\n\tat a.B","timestamp":5,"all-exceptions":[],"truncated":false}""", flink => flink.ExceptionsAsync(Id));
        Assert.Equal([new JobFailure(new FlinkError(FlinkErrorKind.Other, "Disk full.", null), DateTimeOffset.FromUnixTimeMilliseconds(5), null)], Value(answer));
    }

    [Fact]
    public async Task Task_managers_show_slots_hardware_and_allocations()
    {
        var listed = Assert.Single(Value(await Ask("2.3.0", "taskmanagers", flink => flink.TaskManagersAsync())));
        Assert.Equal((2, 1), (listed.Slots, listed.FreeSlots));
        Assert.Equal(2, listed.Hardware!.CpuCores);
        var details = Value(await Ask("1.20.5", "taskmanager", flink => flink.TaskManagerAsync("x")));
        Assert.EndsWith("a", Assert.Single(details.AllocatedSlots!).JobId);
    }

    [Theory]
    [InlineData("savepointnotrunning", "Not all required tasks are currently running.")]
    [InlineData("savepointunknownjob", "Could not find Flink job")]
    [InlineData("savepointdirectory", "IO-problem detected.")]
    public async Task A_completed_operation_without_location_has_failed(string name, string text)
    {
        var status = Value(await Ask("2.3.0", name, flink => flink.SavepointStatusAsync(Id, Id)));
        var failed = Assert.IsType<SavepointStatus.Failed>(status);
        Assert.Contains(text, failed.Error.FirstLine);
        Assert.Null(failed.CompletedSavepoint);
    }

    [Theory]
    [InlineData("unknownjob")]
    [InlineData("statusunknown")]
    public async Task An_unknown_job_is_absent_whatever_the_status_code(string name) =>
        Assert.IsType<FlinkAnswer<JobDetails>.NotFound>(await Ask("2.3.0", name, flink => flink.JobAsync(Id)));

    [Fact]
    public async Task An_unknown_task_manager_is_absent_though_flink_says_500() =>
        Assert.IsType<FlinkAnswer<TaskManager>.NotFound>(await Ask("1.20.5", "unknowntaskmanager", flink => flink.TaskManagerAsync("unknown")));

    [Fact]
    public async Task A_job_that_had_ended_before_the_cancellation_says_how() =>
        Assert.Equal(new CancelOutcome.AlreadyEnded(JobState.Finished), Value(await Ask("2.3.0", "conflict", flink => flink.CancelAsync(Id))));

    [Fact]
    public async Task A_deleted_jar_is_absent() =>
        Assert.IsType<FlinkAnswer<bool>.NotFound>(await Ask("2.3.0", "deletemissing", flink => flink.DeleteJarAsync("x.jar")));

    static Task<T> Ask<T>(string version, string name, Func<FlinkClient, Task<T>> ask)
    {
        var (status, body) = RecordedAnswers.Find(version, name);
        return RecordedAnswers.AskAsync(status, body, ask);
    }

    static T Value<T>(FlinkAnswer<T> answer) => Assert.IsType<FlinkAnswer<T>.Ok>(answer).Value;
}
