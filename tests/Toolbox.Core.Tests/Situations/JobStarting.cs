using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations;

static class JobStarting
{
    public static JobSnapshot Deleted_StopWhenDeleted => ASubmittedJob().Deleted();
    public static JobSnapshot TheClusterRestarts_StopToResumeWithCluster => ASubmittedJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Restart);
    public static JobSnapshot TheClusterRestartsEmpty_StopToResumeWithCluster => ASubmittedJob()
        .WithCluster(SupervisorStatus.Stopping, StopIntent.RestartEmpty).WithCluster(cluster => cluster with { WithoutSavepoint = true });
    public static JobSnapshot TheClusterStops_StopWithCluster => ASubmittedJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Stop);
    public static JobSnapshot AnUnknownActionIsAsked_RefuseUnknownRequest => AStartingJob().Asked("SCALE");
    public static JobSnapshot AStopIsAsked_RecordRequest => AStartingJob().Asked("Stop", withoutSavepoint: true);
    public static JobSnapshot TheAnnotationIsStillThere_ResetRequestedAction => AStartingJob().Asked("STOP").WithRecorded(RequestedAction.Stop);
    public static JobSnapshot AStopIsRecorded_StopWhenRequested => AStartingJob().WithRecorded(RequestedAction.Stop);
    public static JobSnapshot AStartIsRecorded_RefuseStartWhileStarting => AStartingJob().WithRecorded(RequestedAction.Start);
    public static JobSnapshot ASavepointIsAsked_RefuseSavepointWhileStarting => AStartingJob().WithRecorded(RequestedAction.TriggerSavepoint);
    public static JobSnapshot TheSpecBecameInvalid_StallOnInvalidSpec => ASubmittedJob().WithInvalidSpec();
    public static JobSnapshot TheBootstrapWasEdited_RestartWhenBootstrapChanges => ASubmittedJob().WithChangedBootstrap();
    public static JobSnapshot TheParallelismWasEdited_RestartWhenParallelismChanges => ASubmittedJob().WithParallelism(3);
    public static JobSnapshot TheParallelismWasEditedBeforeSubmission_RecordSubmission => AStartingJob().WithParallelism(3);
    public static JobSnapshot TheParallelismIsZero_SuspendWithoutParallelism => ASubmittedJob().WithParallelism(0);
    public static JobSnapshot TheJobManagerIsAnotherOneAndTheBootstrapIsThere_RemoveLostBootstrap => ASubmittedJob().WithOtherJobManager();
    public static JobSnapshot TheBootstrapOfALostSubmissionLeaves_WaitForLostBootstrap => ASubmittedJob().WithOtherJobManager().WithLeavingBootstrap();
    public static JobSnapshot ALateSubmissionReachedTheNewJobManager_AdoptLateJob => ALostJob().WithFlink(FlinkJobState.Running);
    public static JobSnapshot AnOutdatedSubmissionReachedTheNewJobManager_CancelLateJob => ALostJob()
        .WithRestorePoint(JobSurroundings.StopSavepoint).WithFlink(FlinkJobState.Running);
    public static JobSnapshot TheNewJobManagerIsSilent_WaitForFlinkAfterLoss => ALostJob().WithUnreachableFlink();
    public static JobSnapshot ALateJobIsBeingCancelled_WaitForFlinkAfterLoss => ALostJob().WithFlink(FlinkJobState.Cancelling);
    public static JobSnapshot TheNewJobManagerDoesNotHaveTheJob_SubmitAnewAfterLoss => ALostJob().WithoutFlinkJob();
    public static JobSnapshot FlinkHasDeletedTheCheckpointForANewerOne_SeekNewerCheckpoint => ASubmittedJob().FromCheckpoint(7, 7).WithoutItsCheckpoint();
    public static JobSnapshot NoNewerCheckpointIsFoundWithinReach_RecogniseSubmittedJob => ASubmittedJob().FromCheckpoint(7, 27).WithoutItsCheckpoint();
    public static JobSnapshot AMissingSavepointHasNoSuccessor_RecogniseSubmittedJob =>
        ASubmittedJob().WithRestorePoint(JobSurroundings.StopSavepoint).SubmittedFrom(JobSurroundings.StopSavepoint.Path).WithoutItsCheckpoint();
    public static JobSnapshot ALateSubmissionFoundTheNewerCheckpoint_AdoptLateJob => ALostJob().FromCheckpoint(7, 9).WithFlink(FlinkJobState.Running);
    public static JobSnapshot TheBootstrapReported_BecomeStarted => ASubmittedJob().But(status => status with { JobId = FlinkId }).WithFlink(FlinkJobState.Pending);
    public static JobSnapshot FlinkHasTheJobButNobodyReported_RecogniseSubmittedJob => ASubmittedJob().WithFlink(FlinkJobState.Pending);
    public static JobSnapshot ABootstrapOfAnEarlierSubmissionIsThere_RemoveStaleBootstrap => AStartingJob().WithStaleBootstrap();
    public static JobSnapshot ABootstrapOfAnEarlierSubmissionLeaves_WaitForOldBootstrap => AStartingJob().WithLeavingBootstrap();
    public static JobSnapshot ItsBootstrapLeavesBeforeItsReportIsSeen_WaitForBootstrap => ASubmittedJob().WithLeavingBootstrap();
    public static JobSnapshot TheJarIsMissing_GiveUpFailedBootstrap => ASubmittedJob().WithFailedBootstrap("jar-path: there is no file /jobs.jar in the image");
    public static JobSnapshot TheImageCannotBePulledForLong_GiveUpSlowStart => ASubmittedJob()
        .But(status => status with { Submission = Jobs.Submission with { Since = Moment.LongAgo } }).WithBootstrap(bootstrap => bootstrap with { Trouble = "ImagePullBackOff" });
    public static JobSnapshot TheClusterStarts_WaitForCluster => AStartingJob().WithCluster(SupervisorStatus.Starting);
    public static JobSnapshot TheClusterLacksSlots_WaitForCluster => AStartingJob().WithCluster(cluster => cluster with { ResourceStatus = ResourceStatus.Updating });
    public static JobSnapshot AStartFromNothing_RecordSubmission => AStartingJob();
    public static JobSnapshot AStartFromTheNewestRestorePoint_RecordSubmission =>
        AStartingJob().WithRestorePoint(Savepoint).WithRestorePoint(JobSurroundings.StopSavepoint);
    public static JobSnapshot TheCommandWasLost_CreateBootstrapAgain => ASubmittedJob() with { Bootstrap = BootstrapObservation.Absent };
    public static JobSnapshot TheCommandWasLostAndFlinkIsSilent_WaitForFlinkAfterSubmission =>
        (ASubmittedJob() with { Bootstrap = BootstrapObservation.Absent }).WithUnreachableFlink();
    public static JobSnapshot TheBootstrapRuns_WaitForBootstrap => ASubmittedJob();
    public static JobSnapshot FlinkIsSilentForLongerThanTheTimeout_WaitForFlinkAfterSubmission => LongSubmitted().WithUnreachableFlink(Moment.LongAgo);
    public static JobSnapshot TheBootstrapFailedWhileFlinkIsSilent_WaitForFlinkAfterSubmission => ASubmittedJob().WithFailedBootstrap("no answer").WithUnreachableFlink();
    public static JobSnapshot FlinkAnswersAfterALongSilence_WaitForBootstrap => LongSubmitted().But(status => status with { UnreachableSince = Moment.LongAgo });
    public static JobSnapshot TheBootstrapWentDuringASilence_CreateBootstrapAgain =>
        (LongSubmitted() with { Bootstrap = BootstrapObservation.Absent }).But(status => status with { UnreachableSince = Moment.LongAgo });
    public static JobSnapshot TheTimeoutIsOverWithoutTheSilence_GiveUpSlowStart => LongSubmitted().But(status => status with { UnreachableSince = Moment.Now - TimeSpan.FromMinutes(1) });
    public static JobSnapshot TheBootstrapCannotBeScheduled_WaitForBootstrap => ASubmittedJob().WithBootstrap(bootstrap => bootstrap with { Trouble = "Unschedulable" });

    static JobSnapshot ALostJob() => ASubmittedJob().WithOtherJobManager() with { Bootstrap = BootstrapObservation.Absent };

    static JobSnapshot LongSubmitted() =>
        ASubmittedJob().But(status => status with { Submission = status.Submission.Map(last => last with { Since = Moment.LongAgo }) });
}
