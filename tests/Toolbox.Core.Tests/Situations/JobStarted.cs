using Toolbox.Core.RestorePoints;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations;

static class JobStarted
{
    public static JobSnapshot Deleted_StopWhenDeleted => AStartedJob().Deleted();
    public static JobSnapshot TheSavepointOfADeletionFailedJustNow_WaitForRetry => AStartedJob().Deleted().WithFailures(1);
    public static JobSnapshot TheCheckpointWasDeletedForANewerOne_SeekNewerCheckpoint => AStartedJob().FromCheckpoint(7, 8).WithoutItsCheckpoint();
    public static JobSnapshot NeitherTheCheckpointNorANewerOneIsThere_EndFailedJob => AStartedJob().FromCheckpoint(7, 27).WithoutItsCheckpoint();
    public static JobSnapshot TheCheckpointAfterTheRecordedOneIsInUse_FollowJob => AStartedJob().FromCheckpoint(7, 9);
    public static JobSnapshot TheJobManagerWasRestarted_RecoverLostJob => AStartedJob().WithOtherJobManager().WithoutFlinkJob();
    public static JobSnapshot AStopIsRecordedWhenTheJobManagerIsLost_RecoverLostJob => TheJobManagerWasRestarted_RecoverLostJob.WithRecorded(RequestedAction.Stop);
    public static JobSnapshot ASavepointIsComplete_RecordSavepoint => AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.Completed("s3://savepoints/7"));
    public static JobSnapshot TheAnswerWasLostButFlinkListsTheSavepoint_RecordSavepoint =>
        Listing(AStartedJob().WithOldFlink().WithSavepoint(RestorePointOrigin.Periodic, new SavepointAnswer.Unknown()));
    public static JobSnapshot FlinkSaysFinished_EndFinishedJob => AStartedJob().WithFlink(FlinkJobState.Finished).WithCheckpoint(RestorePointOrigin.RetainedCheckpoint);
    public static JobSnapshot SomebodyCancelledItInFlink_EndCanceledJob => AStartedJob().WithFlink(FlinkJobState.Canceled).WithCheckpoint(RestorePointOrigin.RetainedCheckpoint);
    public static JobSnapshot ItFailedWithACheckpointThatStays_EndFailedJob =>
        AStartedJob().WithFlink(FlinkJobState.Failed, "IOException: disk full").WithCheckpoint(RestorePointOrigin.CheckpointKeptOnFailure);
    public static JobSnapshot ItFailedAndItsCheckpointGoes_EndFailedJob => AStartedJob().WithFlink(FlinkJobState.Failed).WithCheckpoint(RestorePointOrigin.Checkpoint);
    public static JobSnapshot ItFinishedBeforeFlinkAnsweredAboutASavepoint_WaitForOutstandingSavepoint =>
        AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.InProgress()).WithFlink(FlinkJobState.Finished);
    public static JobSnapshot ASavepointIsCompleteAfterTheJobFinished_RecordSavepoint =>
        AStartedJob().WithSavepoint(RestorePointOrigin.Periodic, new SavepointAnswer.Completed("s3://savepoints/7")).WithFlink(FlinkJobState.Finished);
    public static JobSnapshot ItFinishedAndFlinkHasNoAnswerForLong_EndFinishedJob =>
        ItFinishedBeforeFlinkAnsweredAboutASavepoint_WaitForOutstandingSavepoint.But(status => status with { EndedAt = Moment.LongAgo });
    public static JobSnapshot ItFailedAndItsSavepointWithIt_EndFailedJob =>
        AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.Failed("the job has failed")).WithFlink(FlinkJobState.Failed);
    public static JobSnapshot ItFailedForTheThirdTime_EndFailedJob => AStartedJob().WithFlink(FlinkJobState.Failed).But(status => status with { FailedRuns = 2 });
    public static JobSnapshot ItFailedAfterARunThatLasted_EndFailedJob =>
        AStartedJob().WithFlink(FlinkJobState.Failed).But(status => status with { FailedRuns = 2, RunningSince = Moment.LongAgo });
    public static JobSnapshot ItRunsAfterFailures_FollowJob => AStartedJob().But(status => status with { FailedRuns = 2 });
    public static JobSnapshot ItHasRunLongEnoughAfterFailures_FollowJob => AStartedJob().But(status => status with { FailedRuns = 2, RunningSince = Moment.LongAgo });
    public static JobSnapshot TheJobManagerIsLostDuringASavepoint_RecoverLostJob =>
        AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.InProgress()).WithOtherJobManager().WithoutFlinkJob();
    public static JobSnapshot FlinkForgotIt_EndVanishedJob => AStartedJob().WithoutFlinkJob().But(status => status with { MissingSince = Moment.LongAgo });
    public static JobSnapshot FlinkWasSilentForLongAndDoesNotKnowIt_WaitForMissingJob => AStartedJob().WithoutFlinkJob().But(status => status with { UnreachableSince = Moment.LongAgo });
    public static JobSnapshot FlinkDidNotKnowItBeforeItWasSilent_WaitForFlink => AStartedJob().WithUnreachableFlink().But(status => status with { MissingSince = Moment.LongAgo });
    public static JobSnapshot TheClusterRestarts_StopToResumeWithCluster => AStartedJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Restart);
    public static JobSnapshot TheClusterStops_StopWithCluster => AStartedJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Stop);
    public static JobSnapshot TheClusterStopsWithoutSavepoint_StopWithCluster => TheClusterStops_StopWithCluster.WithCluster(cluster => cluster with { WithoutSavepoint = true });
    public static JobSnapshot TheClusterStopsButTheSavepointFailedJustNow_WaitForRetry => TheClusterStops_StopWithCluster.WithFailures(2);
    public static JobSnapshot AnUnknownActionIsAsked_RefuseUnknownRequest => AStartedJob().Asked("SAVE");
    public static JobSnapshot AStopIsAsked_RecordRequest => AStartedJob().Asked("STOP");
    public static JobSnapshot AStopFollowsAnotherRequest_RecordRequest => AStartedJob().Asked("STOP").WithRecorded(RequestedAction.TriggerSavepoint);
    public static JobSnapshot TheAnnotationIsStillThere_ResetRequestedAction => AStartedJob().Asked("STOP").WithRecorded(RequestedAction.Stop);
    public static JobSnapshot AStopIsRecorded_StopWhenRequested => AStartedJob().WithRecorded(RequestedAction.Stop);
    public static JobSnapshot AStartIsRecorded_RestartWhenRequested => AStartedJob().WithRecorded(RequestedAction.Start);
    public static JobSnapshot AStartWithoutSavepointIsRecorded_RestartWhenRequested => AStartedJob().WithRecorded(RequestedAction.Start, withoutSavepoint: true);
    public static JobSnapshot TheSpecBecameInvalid_StallOnInvalidSpec => AStartedJob().WithInvalidSpec();
    public static JobSnapshot TheParallelismIsZero_SuspendWithoutParallelism => AStartedJob().WithParallelism(0);
    public static JobSnapshot TheBootstrapWasEdited_RestartWhenBootstrapChanges => AStartedJob().WithChangedBootstrap();
    public static JobSnapshot TheBootstrapWasEditedButTheSavepointFailedJustNow_WaitForRetry => AStartedJob().WithChangedBootstrap().WithFailures(1);
    public static JobSnapshot TheParallelismWasEdited_RestartWhenParallelismChanges => AStartedJob().WithParallelism(2);
    public static JobSnapshot ASavepointIsAskedDuringAnother_RefuseSecondSavepoint =>
        AStartedJob().WithSavepoint(RestorePointOrigin.Periodic, new SavepointAnswer.InProgress()).WithRecorded(RequestedAction.TriggerSavepoint);
    public static JobSnapshot ASavepointIsAskedWhileTasksWait_RefuseSavepointOfIdleJob => AStartedJob().WithFlink(FlinkJobState.Pending).WithRecorded(RequestedAction.TriggerSavepoint);
    public static JobSnapshot ASavepointIsAsked_TriggerSavepointWhenRequested => AStartedJob().WithRecorded(RequestedAction.TriggerSavepoint);
    public static JobSnapshot ForgettingIsAsked_ForgetSavepointWhenRequested => AStartedJob().WithRecorded(RequestedAction.ForgetSavepoint);
    public static JobSnapshot APeriodicSavepointFailed_ReportFailedSavepoint => AStartedJob().WithSavepoint(RestorePointOrigin.Periodic, new SavepointAnswer.Failed("timed out"));
    public static JobSnapshot TheSavepointCommandWasLost_AskForSavepointAgain =>
        AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.Unknown(), Moment.LongAgo);
    public static JobSnapshot TheSavepointWasAskedForJustNow_AskForSavepointAgain => AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.Unknown());
    public static JobSnapshot TheIntervalIsOver_TriggerPeriodicSavepoint => AStartedJob().WithSpec(spec => spec with { SavepointInterval = TimeSpan.FromHours(1) });
    public static JobSnapshot FlinkIsSilentForLong_MarkUnhealthy => AStartedJob().WithUnreachableFlink(Moment.LongAgo);
    public static JobSnapshot FlinkDoesNotAnswer_WaitForFlink => AStartedJob().WithUnreachableFlink();
    public static JobSnapshot FlinkDoesNotKnowItForAMoment_WaitForMissingJob => AStartedJob().WithoutFlinkJob();
    public static JobSnapshot ASavepointIsInProgress_WaitForSavepoint => AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.InProgress());
    public static JobSnapshot TasksWaitForSlots_WaitForTasks => AStartedJob().WithFlink(FlinkJobState.Pending);
    public static JobSnapshot FlinkRestartsIt_ReportRestartingJob => AStartedJob().WithFlink(FlinkJobState.Restarting, "IOException: connection reset");
    public static JobSnapshot AllIsWell_FollowJob => AStartedJob();
    public static JobSnapshot ACheckpointIsComplete_FollowJob => AStartedJob().WithCheckpoint(RestorePointOrigin.RetainedCheckpoint);
    public static JobSnapshot ACheckpointLiesInThePod_FollowJob => AStartedJob().WithCheckpoint(RestorePointOrigin.RetainedCheckpoint, "file:///tmp/checkpoints/chk-7");
    public static JobSnapshot APeriodicSavepointFallsDueSoon_FollowJob => AStartedJob()
        .WithSpec(spec => spec with { SavepointInterval = TimeSpan.FromSeconds(3) }).But(status => status with { SavepointRequestTimestamp = Moment.JustNow });

    static JobSnapshot Listing(JobSnapshot snapshot) => snapshot.FlinkJob().Match(
        job => snapshot.WithFlinkJob(job with { Savepoint = new RestorePoint("s3://savepoints/8", RestorePointOrigin.Manual, Moment.Now, FlinkId) }),
        () => throw new InvalidOperationException("Flink must have the job"));
}
