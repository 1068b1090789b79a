using Toolbox.Core.RestorePoints;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations;

static class JobStopping
{
    public static JobSnapshot DeletedWhileStopping_NoticeDeletion => AStoppingJob(StopIntent.Stop).Deleted();
    public static JobSnapshot AnUnknownActionIsAsked_RefuseUnknownRequest => AStoppingJob(StopIntent.Stop).Asked("HALT");
    public static JobSnapshot AStartIsAsked_RecordRequest => AStoppingJob(StopIntent.Stop).Asked("START");
    public static JobSnapshot TheAnnotationIsStillThere_ResetRequestedAction => AStoppingJob(StopIntent.Stop).Asked("START").WithRecorded(RequestedAction.Start);
    public static JobSnapshot AStartIsRecordedWhileDeleting_RefuseRequestWhileDeleting => AStoppingJob(StopIntent.Delete).Deleted().WithRecorded(RequestedAction.Start);
    public static JobSnapshot ASavepointIsAsked_RefuseSavepointWhileStopping => AStoppingJob(StopIntent.Stop).WithRecorded(RequestedAction.TriggerSavepoint);
    public static JobSnapshot AStartIsRecordedWhileTheClusterStops_RefuseStartWhileClusterStops =>
        AStoppingJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Stopping, StopIntent.Stop).WithRecorded(RequestedAction.Start);
    public static JobSnapshot AStartIsRecorded_StartAfterStopping => AStoppingJob(StopIntent.Stop).WithRecorded(RequestedAction.Start);
    public static JobSnapshot AStartFollowsAStopWithoutSavepoint_StartAfterStopping =>
        AStoppingJob(StopIntent.Stop).But(status => status with { WithoutSavepoint = true }).WithRecorded(RequestedAction.Start);
    public static JobSnapshot AStartWithoutSavepointIsRecorded_StartAfterStopping => AStoppingJob(StopIntent.Stop).WithRecorded(RequestedAction.Start, withoutSavepoint: true);
    public static JobSnapshot AStopIsRecorded_StayStoppedAfterStopping => AStoppingJob(StopIntent.Restart).WithRecorded(RequestedAction.Stop);
    public static JobSnapshot TheClusterGoesWithoutSavepoint_ReleaseFromSavepoint => AStoppingJob(StopIntent.ClusterStop)
        .WithCluster(SupervisorStatus.Stopping, StopIntent.Stop).WithCluster(cluster => cluster with { WithoutSavepoint = true });
    public static JobSnapshot TheBootstrapIsThere_RemoveBootstrap => AStoppingJob(StopIntent.Restart).WithBootstrap();
    public static JobSnapshot TheBootstrapLeaves_WaitForBootstrapToLeave => AStoppingJob(StopIntent.Restart).WithLeavingBootstrap();
    public static JobSnapshot TheSavepointIsComplete_RecordStopSavepoint =>
        AStoppingJob(StopIntent.Restart).WithSavepoint(RestorePointOrigin.Upgrade, new SavepointAnswer.Completed("s3://savepoints/9"));
    public static JobSnapshot TheJobIsFinishedBeforeTheSavepointIsAnswered_WaitForOutstandingSavepoint =>
        AStoppingJob(StopIntent.Stop).WithFlink(FlinkJobState.Finished).WithSavepoint(RestorePointOrigin.Stop, new SavepointAnswer.InProgress());
    public static JobSnapshot TheJobIsFinishedButFlinkNeverKnewTheSavepoint_BecomeStopped =>
        AStoppingJob(StopIntent.Stop).WithFlink(FlinkJobState.Finished).WithSavepoint(RestorePointOrigin.Stop, new SavepointAnswer.Unknown(), Moment.LongAgo);
    public static JobSnapshot NothingRunsOfADeletedJob_TerminateJob => AStoppingJob(StopIntent.Delete).Deleted().WithFlink(FlinkJobState.Canceled);
    public static JobSnapshot NothingRunsAny_StartAgain => Saved(StopIntent.Restart).WithFlink(FlinkJobState.Finished);
    public static JobSnapshot NothingRunsAndAnEmptyStartWasAsked_StartAgain => AStoppingJob(StopIntent.RestartEmpty).WithFlink(FlinkJobState.Canceled);
    public static JobSnapshot AGivenUpStartThatAUserStartsAgain_StartAgain => AStoppingJob(StopIntent.Restart)
        .But(status => status with { WithoutSavepoint = true }).WithFlink(FlinkJobState.Canceled);
    public static JobSnapshot NothingRuns_BecomeStopped => Saved(StopIntent.Stop).WithFlink(FlinkJobState.Finished);
    public static JobSnapshot TheSpecBecameInvalidOnTheWay_BecomeStopped => Saved(StopIntent.Restart).WithFlink(FlinkJobState.Finished).WithInvalidSpec();
    public static JobSnapshot TheJobManagerIsGoneWithTheCluster_BecomeStopped => AStoppingJob(StopIntent.ClusterStop)
        .WithCluster(SupervisorStatus.Stopping, StopIntent.Stop).WithCluster(cluster => cluster with { JobManager = Core.Cluster.ClusterStatus.NoJobManager }).WithUnreachableFlink();
    public static JobSnapshot ARetainedCheckpointSurvivesACancellation_BecomeStopped => AStoppingJob(StopIntent.Stop).WithFlink(FlinkJobState.Canceled)
        .WithRestorePoint(Checkpoint(RestorePointOrigin.RetainedCheckpoint));
    public static JobSnapshot ACheckpointGoesWithACancellation_BecomeStopped => AStoppingJob(StopIntent.Stop).WithFlink(FlinkJobState.Canceled)
        .WithRestorePoint(Checkpoint(RestorePointOrigin.CheckpointKeptOnFailure));
    public static JobSnapshot TheStartHasFailed_BecomeStopped => AStoppingJob(StopIntent.Fail).WithoutFlinkJob().But(status => status with { Refusal = "the bootstrap failed" });
    public static JobSnapshot TheSavepointFailed_LeaveJobRunning => AStoppingJob(StopIntent.Restart).WithSavepoint(RestorePointOrigin.Upgrade, new SavepointAnswer.Failed("timed out"));
    public static JobSnapshot ARequestedSavepointFailed_DropFailedSavepoint =>
        AStoppingJob(StopIntent.Restart).WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.Failed("timed out"));
    public static JobSnapshot TheUserWantsNoSavepointWhileOneIsTaken_CancelUnsaved =>
        AStoppingJob(StopIntent.Stop).WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.InProgress()).But(status => status with { WithoutSavepoint = true });
    public static JobSnapshot TheJobIsFinishedAndFlinkHasNoAnswerForLong_BecomeStopped =>
        TheJobIsFinishedBeforeTheSavepointIsAnswered_WaitForOutstandingSavepoint.But(status => status with { EndedAt = Moment.LongAgo });
    public static JobSnapshot APeriodicSavepointFailed_DropFailedSavepoint =>
        AStoppingJob(StopIntent.Restart).WithSavepoint(RestorePointOrigin.Periodic, new SavepointAnswer.Failed("timed out"));
    public static JobSnapshot FlinkIsSilent_WaitForSilentFlink => AStoppingJob(StopIntent.Stop).WithUnreachableFlink();
    public static JobSnapshot FlinkIsSilentAfterTheJobManagerWasRestarted_WaitForSilentFlink => AStoppingJob(StopIntent.Stop).WithOtherJobManager().WithUnreachableFlink();
    public static JobSnapshot FlinkIsSilentForLong_WaitForSilentFlink => AStoppingJob(StopIntent.Stop).WithUnreachableFlink(Moment.LongAgo);
    public static JobSnapshot FlinkCancelsIt_WaitForCancellation => AStoppingJob(StopIntent.Stop).WithMode(SavepointMode.Manual).WithFlink(FlinkJobState.Cancelling);
    public static JobSnapshot AnOutdatedSubmissionReachedTheNewJobManager_CancelOutdatedJob => AStoppingJob(StopIntent.Restart).WithOtherJobManager();
    public static JobSnapshot SavepointsAreManual_CancelUnsaved => AStoppingJob(StopIntent.Restart).WithMode(SavepointMode.Manual);
    public static JobSnapshot TheResourceIsDeleted_CancelUnsaved => AStoppingJob(StopIntent.Delete).Deleted();
    public static JobSnapshot TheResourceIsDeletedAndWantsASavepoint_StopWithSavepoint =>
        AStoppingJob(StopIntent.Delete).Deleted().WithSpec(spec => spec with { SavepointOnDeletion = true });
    public static JobSnapshot TheResourceIsDeletedWithAnUnreadableSpec_StopWithSavepoint => AStoppingJob(StopIntent.Delete).Deleted().WithInvalidSpec();
    public static JobSnapshot TheResourceIsDeletedWithAnUnreadableSpecAndTheSavepointFailed_CancelUnsaved =>
        AStoppingJob(StopIntent.Delete).Deleted().WithInvalidSpec().WithFailures(1);
    public static JobSnapshot TheUserWantsNoSavepoint_CancelUnsaved => AStoppingJob(StopIntent.Stop).But(status => status with { WithoutSavepoint = true });
    public static JobSnapshot ItStaysAfterItsSavepoint_CancelSavedJobThatStays => Saved(StopIntent.Restart);
    public static JobSnapshot ItsSavepointIsComplete_WaitForEnd => Saved(StopIntent.Restart).But(status => status with { SavepointRequestTimestamp = Moment.JustNow });
    public static JobSnapshot TheStopCommandWasLost_AskForStopSavepointAgain =>
        AStoppingJob(StopIntent.Restart).WithSavepoint(RestorePointOrigin.Upgrade, new SavepointAnswer.Unknown(), Moment.LongAgo);
    public static JobSnapshot TheSavepointIsInProgress_WaitForStopSavepoint =>
        AStoppingJob(StopIntent.Restart).WithSavepoint(RestorePointOrigin.Upgrade, new SavepointAnswer.InProgress());
    public static JobSnapshot ItsTasksNeverRan_CancelJobThatNeverRan =>
        AStoppingJob(StopIntent.Restart).But(status => status with { HasRun = false }).WithFlink(FlinkJobState.Pending);
    public static JobSnapshot FlinkRestartsItAndItsCheckpointStays_CancelBrokenJobWithCheckpoint => AStoppingJob(StopIntent.Restart)
        .WithFlink(FlinkJobState.Restarting).WithRestorePoint(Checkpoint(RestorePointOrigin.RetainedCheckpoint));
    public static JobSnapshot ItRuns_StopWithSavepoint => AStoppingJob(StopIntent.Restart);
    public static JobSnapshot ItRunsInAnOldFlink_StopWithSavepoint => AStoppingJob(StopIntent.Stop).WithOldFlink();
    public static JobSnapshot AStartThatWasGivenUpRunsAfterAll_StopWithSavepoint => AStoppingJob(StopIntent.Fail);

    static RestorePoint Checkpoint(RestorePointOrigin origin) => new("file:///mnt/flink/checkpoints/chk-7", origin, Moment.JustNow, FlinkId);

    static JobSnapshot Saved(StopIntent intent) => AStoppingJob(intent).WithRestorePoint(JobSurroundings.StopSavepoint);
}
