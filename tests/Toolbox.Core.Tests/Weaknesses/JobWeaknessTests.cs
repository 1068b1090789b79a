using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Weaknesses;

/// <summary>What was wrong with jobs in the older toolbox, and is not with ours.</summary>
public class JobWeaknessTests
{
    [Fact]
    public void A_job_recovers_when_the_JobManager_was_restarted_in_place()
    {
        var lost = AStartedJob().WithOtherJobManager().WithoutFlinkJob();
        Assert.Equal((SupervisorStatus.Starting, ""), After(lost, status => (status.SupervisorStatus, status.FlinkState)));
        var again = After(lost, status => lost.WithStatus(status));
        var fresh = After(again, status => again.WithStatus(status));
        Assert.Equal(Savepoint.Path, JobDecide.Decide(fresh).Status.Submission.Map(last => last.RestorePoint));
    }

    [Fact]
    public void A_failed_savepoint_never_costs_the_job()
    {
        var decision = JobDecide.Decide(AStoppingJob(StopIntent.Stop).WithSavepoint(RestorePointOrigin.Stop, new SavepointAnswer.Failed("disk full")));
        Assert.Equal((SupervisorStatus.Started, true), (decision.Status.SupervisorStatus, decision.Commands.IsEmpty));
        var silent = AStoppingJob(StopIntent.Stop).WithSavepoint(RestorePointOrigin.Stop, new SavepointAnswer.InProgress()) with
        {
            Savepoint = new Observation<SavepointAnswer>.Unreachable("timeout"),
        };
        Assert.Equal("WaitForStopSavepoint", JobDecide.Decide(silent).Rule);
    }

    [Theory]
    [InlineData(RestorePointOrigin.Periodic)]
    [InlineData(RestorePointOrigin.Manual)]
    public void A_savepoint_that_was_pending_is_not_taken_for_that_of_a_stop(RestorePointOrigin origin)
    {
        var stopping = AStoppingJob(StopIntent.Stop).WithSavepoint(origin, new SavepointAnswer.Completed("s3://pending"));
        var recorded = JobDecide.Decide(stopping);
        Assert.Equal((SupervisorStatus.Stopping, "s3://pending"), (recorded.Status.SupervisorStatus, recorded.Status.SavepointPath));
        var next = JobDecide.Decide(stopping.WithStatus(recorded.Status) with { Savepoint = new Observation<SavepointAnswer>.Absent() });
        Assert.Single(next.Commands, command => command is Command.Flink.StopJobWithSavepoint);
    }

    [Fact]
    public void A_spec_without_modes_is_decided_about_with_the_defaults()
    {
        var spec = JobSpecReading.Read(Specs.SpecJson.Parse("""{"bootstrap":{"image":"jobs","className":"Job","jarPath":"/j.jar"},"jobParallelism":1}"""));
        var status = JobDecide.Decide(ANewJob() with { Spec = spec }).Status;
        Assert.Equal((SavepointMode.Automatic, RestartPolicy.Never, SupervisorStatus.Starting), (status.SavepointMode, status.RestartPolicy, status.SupervisorStatus));
    }

    [Fact]
    public void An_unknown_action_is_refused_and_blocks_nothing()
    {
        var decision = JobDecide.Decide(AStartedJob().Asked("REBOOT"));
        Assert.Contains("REBOOT", decision.Status.Refusal, StringComparison.Ordinal);
        Assert.Single(decision.Commands, command => command is Command.Kubernetes.ResetRequestedAction { Text: "REBOOT" });
        Assert.Equal("FollowJob", JobDecide.Decide(AStartedJob().WithStatus(decision.Status)).Rule);
    }

    [Fact]
    public void A_bootstrap_Job_that_was_removed_after_success_is_not_created_again()
    {
        var gone = ASubmittedJob() with { Bootstrap = BootstrapObservation.Absent };
        Assert.Equal("BecomeStarted", JobDecide.Decide(gone.But(status => status with { JobId = FlinkId })).Rule);
        Assert.Equal("RecogniseSubmittedJob", JobDecide.Decide(gone.WithFlink(FlinkJobState.Running)).Rule);
    }

    [Fact]
    public void A_submission_that_is_repeated_has_the_same_id()
    {
        var again = JobDecide.Decide(ASubmittedJob() with { Bootstrap = BootstrapObservation.Absent });
        Assert.Equal(FlinkId, again.Commands.Map(command => ((Command.Kubernetes.CreateBootstrapJob)command).Submission.JobId).Head);
    }

    [Fact]
    public void A_corrected_spec_is_noticed_while_the_job_starts() => Assert.Equal("RestartWhenBootstrapChanges", JobDecide.Decide(ASubmittedJob().WithChangedBootstrap()).Rule);

    [Theory]
    [InlineData(RestartPolicy.Never)]
    [InlineData(RestartPolicy.OnlyIfFailed)]
    public void A_job_comes_back_after_a_restart_of_its_cluster_whatever_its_policy(RestartPolicy policy)
    {
        var stopping = JobDecide.Decide(AStartedJob().WithPolicy(policy).WithCluster(SupervisorStatus.Stopping, StopIntent.Restart)).Status;
        Assert.Equal(StopIntent.Resume, stopping.StopIntent);
        Assert.Equal(SupervisorStatus.Starting, After(AStoppedJob(StopIntent.Resume).WithPolicy(policy).WithCluster(SupervisorStatus.Starting), status => status.SupervisorStatus));
        Assert.Equal("RestartByPolicy", JobDecide.Decide(AStoppedJob(StopIntent.Fail).WithPolicy(RestartPolicy.OnlyIfFailed)).Rule);
    }

    [Fact]
    public void To_go_without_savepoint_counts_once()
    {
        var asked = AStartedJob().WithRecorded(RequestedAction.Start, withoutSavepoint: true);
        var stopping = asked.WithStatus(JobDecide.Decide(asked).Status).WithFlink(FlinkJobState.Canceled);
        Assert.True(stopping.Status.WithoutSavepoint);
        var starting = JobDecide.Decide(stopping).Status;
        Assert.Equal((false, true), (starting.WithoutSavepoint, starting.Request.IsNone));
        var later = AStartedJob().But(status => status with { WithoutSavepoint = starting.WithoutSavepoint }).WithRecorded(RequestedAction.Stop);
        var stop = later.WithStatus(JobDecide.Decide(later).Status);
        Assert.Single(JobDecide.Decide(stop).Commands, command => command is Command.Flink.StopJobWithSavepoint);
    }

    [Fact]
    public void The_end_of_a_cancellation_is_awaited_before_the_next_start()
    {
        var cancelled = AStoppingJob(StopIntent.Restart).WithMode(SavepointMode.Manual);
        Assert.Equal("WaitForCancellation", JobDecide.Decide(cancelled.WithFlink(FlinkJobState.Cancelling)).Rule);
        Assert.Equal("WaitForSilentFlink", JobDecide.Decide(cancelled.WithUnreachableFlink()).Rule);
        Assert.Equal("StartAgain", JobDecide.Decide(cancelled.WithFlink(FlinkJobState.Canceled)).Rule);
    }

    [Fact]
    public void An_old_id_does_not_let_a_new_start_pass_for_done()
    {
        var initialised = JobDecide.Decide(ANewJob().But(status => status with { JobId = "left-over" })).Status;
        Assert.Equal("", initialised.JobId);
        Assert.Equal("RecordSubmission", JobDecide.Decide(ANewJob().WithStatus(initialised)).Rule);
    }

    [Fact]
    public void A_deletion_is_noticed_while_the_job_stops() =>
        Assert.Equal(StopIntent.Delete, After(AStoppingJob(StopIntent.Restart).Deleted(), status => status.StopIntent));

    // A decision changes nothing but its own result: what could not be written is decided, and written, again.
    [Fact]
    public void A_status_that_could_not_be_written_is_decided_again()
    {
        var snapshot = AStartedJob().WithChangedBootstrap();
        var first = JobDecide.Decide(snapshot);
        Assert.True(first.StatusChanged);
        Assert.Equal(first, JobDecide.Decide(snapshot));
    }

    [Fact]
    public void What_follows_a_stop_is_written_together_with_the_state() =>
        Assert.Equal((SupervisorStatus.Stopping, StopIntent.Restart), After(AStartedJob().WithChangedBootstrap(), status => (status.SupervisorStatus, status.StopIntent)));

    static T After<T>(JobSnapshot snapshot, Func<JobStatus, T> read) => read(JobDecide.Decide(snapshot).Status);
}
