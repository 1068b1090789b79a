using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

public class CancelRows
{
    [Fact, Row("6.8 1")]
    public void Without_a_job_nothing_is_to_be_cancelled() =>
        AStoppingJob(StopIntent.Stop).But(status => status with { JobId = "", Submission = None }).WithoutFlinkJob().Decides("BecomeStopped", SupervisorStatus.Stopped);

    [Fact, Row("6.8 2", Changed = "The request is recorded first; Flink stops the job with the savepoint where its version can.")]
    public void A_wanted_savepoint_is_asked_for()
    {
        var status = AStoppingJob(StopIntent.Stop).Decides("StopWithSavepoint", SupervisorStatus.Stopping, "StopJobWithSavepoint");
        Assert.True(status.Savepoint.Exists(request => request.StopsJob && request.JobId == FlinkId));
    }

    [Fact, Row("6.8 2e", Changed = "A JobManager that is gone takes its jobs along, which ends the stop; one that is silent is waited for.")]
    public void Where_it_cannot_be_asked_for_Kubernetes_says_whether_the_job_still_lives()
    {
        AStoppingJob(StopIntent.Stop).WithUnreachableFlink().Decides("WaitForSilentFlink", SupervisorStatus.Stopping);
        AStoppingJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Stopping, StopIntent.Stop)
            .WithCluster(cluster => cluster with { JobManager = ClusterStatus.NoJobManager }).WithUnreachableFlink().Decides("BecomeStopped", SupervisorStatus.Stopped);
    }

    [Fact, Row("6.8 3")]
    public void A_request_that_is_pending_is_not_repeated() => Asked(new SavepointAnswer.InProgress()).Decides("WaitForStopSavepoint", SupervisorStatus.Stopping);

    [Fact, Row("6.8 3a", Changed = "The job has stopped when Flink says that it has ended, not when its savepoint is complete.")]
    public void A_complete_savepoint_is_recorded_and_the_end_awaited()
    {
        var saved = Asked(new SavepointAnswer.Completed("s3://new"));
        var status = saved.Decides("RecordStopSavepoint", SupervisorStatus.Stopping);
        Assert.Equal(("s3://new", true, FlinkId), (status.SavepointPath, status.Savepoint.IsNone, status.JobId));
        var recorded = saved.WithStatus(status) with { Savepoint = new Observation<SavepointAnswer>.Absent() };
        recorded.Decides("WaitForEnd", SupervisorStatus.Stopping);
        recorded.WithFlink(FlinkJobState.Finished).Decides("BecomeStopped", SupervisorStatus.Stopped);
    }

    [Fact, Row("6.8 3b")]
    public void A_savepoint_in_progress_is_waited_for() =>
        Asked(new SavepointAnswer.InProgress(), Moment.LongAgo).Decides("WaitForStopSavepoint", SupervisorStatus.Stopping);

    [Fact, Row("6.8 3c", Changed = "However long it takes, a job whose savepoint failed is never left alone without being recorded: it runs on as Started.")]
    public void A_savepoint_that_failed_late_leaves_the_job_running() =>
        Assert.Equal(FlinkId, Asked(new SavepointAnswer.Failed("late"), Moment.LongAgo).Decides("LeaveJobRunning", SupervisorStatus.Started).JobId);

    [Fact, Row("6.8 3d", Changed = "A failed stop leads back to Started with the reason; only a user may ask to stop without savepoint.")]
    public void A_savepoint_that_failed_leaves_the_job_running_and_says_so()
    {
        var status = Asked(new SavepointAnswer.Failed("disk full")).Decides("LeaveJobRunning", SupervisorStatus.Started);
        Assert.Equal(("the savepoint failed, the job goes on: disk full", 1), (status.Refusal, status.Failures));
    }

    [Fact, Row("6.8 4", Changed = "No job is abandoned: the cancellation is repeated until Flink says that it has ended.")]
    public void A_cancellation_that_takes_long_is_repeated() => AStoppingJob(StopIntent.Delete).Deleted().But(status => status with { Timestamp = Moment.LongAgo })
        .Decides("CancelUnsaved", SupervisorStatus.Stopping, "CancelJob");

    [Fact, Row("6.8 5", Changed = "The end of the cancellation is awaited before anything else starts.")]
    public void Where_no_savepoint_is_wanted_the_job_is_cancelled()
    {
        AStoppingJob(StopIntent.Restart).WithMode(SavepointMode.Manual).Decides("CancelUnsaved", SupervisorStatus.Stopping, "CancelJob");
        AStoppingJob(StopIntent.Restart).WithMode(SavepointMode.Manual).WithFlink(FlinkJobState.Cancelling).Decides("WaitForCancellation", SupervisorStatus.Stopping);
        AStoppingJob(StopIntent.Restart).WithMode(SavepointMode.Manual).WithFlink(FlinkJobState.Canceled).Decides("StartAgain", SupervisorStatus.Starting);
    }

    static JobSnapshot Asked(SavepointAnswer answer, DateTimeOffset? since = null) => AStoppingJob(StopIntent.Stop).WithSavepoint(RestorePointOrigin.Stop, answer, since);
}
