using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations;

static class JobStopped
{
    public static JobSnapshot Deleted_StopWhenDeleted => AStoppedJob().Deleted();
    public static JobSnapshot TheClusterIsGone_ReleaseWithCluster => AStoppedJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Terminated);
    public static JobSnapshot ABootstrapIsThere_RemoveBootstrapWhenStopped => AStoppedJob(StopIntent.Stop).WithBootstrap();
    public static JobSnapshot AnUnknownActionIsAsked_RefuseUnknownRequest => AStoppedJob(StopIntent.Stop).Asked("GO");
    public static JobSnapshot AStartIsAsked_RecordRequest => AStoppedJob(StopIntent.Stop).Asked("START");
    public static JobSnapshot TheAnnotationIsStillThere_ResetRequestedAction => AStoppedJob(StopIntent.Stop).Asked("START").WithRecorded(RequestedAction.Start);
    public static JobSnapshot AStopIsRecorded_RefuseStopWhenStopped => AStoppedJob(StopIntent.Stop).WithRecorded(RequestedAction.Stop);
    public static JobSnapshot AStopIsRecordedBeforeItComesBack_StayStoppedWhenRequested => AStoppedJob(StopIntent.Resume).WithRecorded(RequestedAction.Stop);
    public static JobSnapshot ASavepointIsAsked_RefuseSavepointWhenStopped => AStoppedJob(StopIntent.Stop).WithRecorded(RequestedAction.TriggerSavepoint);
    public static JobSnapshot TheSavepointIsToBeForgotten_ForgetSavepointWhenStopped =>
        AStoppedJob(StopIntent.Stop).WithRestorePoint(Savepoint).WithRestorePoint(new Toolbox.Core.RestorePoints.RestorePoint("file:///mnt/flink/checkpoints/chk-7", Toolbox.Core.RestorePoints.RestorePointOrigin.RetainedCheckpoint, Moment.JustNow, FlinkId)).WithRecorded(RequestedAction.ForgetSavepoint);
    public static JobSnapshot TheSavepointOfAFailedJobIsToBeForgotten_ForgetSavepointWhenStopped => Ended("FAILED").WithRestorePoint(Savepoint)
        .But(status => status with { Decision = new LastDecision("EndFailedJob", Moment.LongAgo, "the job has failed: IOException") }).WithRecorded(RequestedAction.ForgetSavepoint);
    public static JobSnapshot AStartIsRecordedWithoutCluster_RefuseStartWithoutCluster =>
        AStoppedJob(StopIntent.Stop).WithCluster(SupervisorStatus.Stopped).WithRecorded(RequestedAction.Start);
    public static JobSnapshot AStartIsRecordedWithoutParallelism_RefuseStartWithoutParallelism =>
        AStoppedJob(StopIntent.Suspend).WithParallelism(0).WithRecorded(RequestedAction.Start);
    public static JobSnapshot TheSpecIsInvalid_StallStoppedOnInvalidSpec => AStoppedJob(StopIntent.Restart).WithInvalidSpec();
    public static JobSnapshot TheClusterIsStopped_WaitForClusterToRun => AStoppedJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Stopped);
    public static JobSnapshot AnotherClusterOfThatNameStarts_RegainFinalizer => AStoppedJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Starting).WithoutFinalizer();
    public static JobSnapshot TheClusterHasStoppedSince_WaitForClusterToRun => AStoppedJob(StopIntent.ClusterStop)
        .WithCluster(SupervisorStatus.Stopped).WithCluster(cluster => cluster with { ClusterHealth = "" }).But(status => status with { ClusterHealth = "HEALTHY" });
    public static JobSnapshot AStartIsRecorded_StartWhenRequested => AStoppedJob(StopIntent.Stop).WithRestorePoint(Savepoint).WithRecorded(RequestedAction.Start);
    public static JobSnapshot AStartWithoutSavepointIsRecorded_StartWhenRequested =>
        AStoppedJob(StopIntent.Stop).WithRestorePoint(Savepoint).WithRecorded(RequestedAction.Start, withoutSavepoint: true);
    public static JobSnapshot TheParallelismIsZero_StaySuspended => AStoppedJob(StopIntent.Suspend).WithParallelism(0);
    public static JobSnapshot TheSpecIsValidAgain_RestartAsRequested => AStoppedJob(StopIntent.Restart).WithPolicy(RestartPolicy.Never);
    public static JobSnapshot TheParallelismIsAboveZero_ResumeWithParallelism => AStoppedJob(StopIntent.Suspend).WithPolicy(RestartPolicy.Never);
    public static JobSnapshot TheClusterHasRestarted_ResumeWithCluster => AStoppedJob(StopIntent.Resume).WithPolicy(RestartPolicy.Never).WithCluster(SupervisorStatus.Starting);
    public static JobSnapshot TheClusterHasRestartedEmpty_ResumeWithCluster => AStoppedJob(StopIntent.Resume).WithRestorePoint(Savepoint)
        .WithCluster(SupervisorStatus.Starting).WithCluster(cluster => cluster with { WithoutSavepoint = true });
    public static JobSnapshot TheClusterWasStartedAndThePolicyIsAlways_ResumeWithCluster => AStoppedJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Starting);
    public static JobSnapshot TheClusterWasStartedAndThePolicyIsNever_StayStoppedUntilRequested =>
        AStoppedJob(StopIntent.ClusterStop).WithPolicy(RestartPolicy.Never).WithCluster(SupervisorStatus.Starting);
    public static JobSnapshot AUserStoppedIt_StayStoppedUntilRequested => AStoppedJob(StopIntent.Stop);
    public static JobSnapshot ItHasFinishedAndThePolicyIsNever_StayStoppedUntilRequested => Ended("FINISHED").WithPolicy(RestartPolicy.Never);
    public static JobSnapshot ItHasFailedAndThePolicyIsNever_StayStoppedUntilRequested => Ended("FAILED").WithPolicy(RestartPolicy.Never);
    public static JobSnapshot ItHasFinishedAndThePolicyIsOnlyIfFailed_StayStoppedUntilRequested => Ended("FINISHED").WithPolicy(RestartPolicy.OnlyIfFailed);
    public static JobSnapshot TheBootstrapWasEditedSinceItFailed_RestartWithChangedBootstrap => Ended("FAILED").FailedThreeTimes(TimeSpan.Zero).WithChangedBootstrap();
    public static JobSnapshot ItHasFailedAndTheDelayIsOver_RestartByPolicy => Ended("FAILED").WithPolicy(RestartPolicy.OnlyIfFailed);
    public static JobSnapshot AStartHasFailedAndTheDelayIsOver_RestartByPolicy => AStoppedJob(StopIntent.Fail).WithPolicy(RestartPolicy.OnlyIfFailed);
    public static JobSnapshot ItHasFinishedJustNow_WaitForRestartDelay => Ended("FINISHED").EndedJustNow();
    public static JobSnapshot ItHasFailedThreeTimesAndTheFirstDelayIsOver_WaitForRestartDelay => Ended("FAILED").FailedThreeTimes(TimeSpan.FromSeconds(31));
    public static JobSnapshot ItHasFailedThreeTimesAndTheLongerDelayIsOver_RestartByPolicy => Ended("FAILED").FailedThreeTimes(TimeSpan.FromSeconds(121));
    public static JobSnapshot ARestartWasAnnouncedBefore_WaitForRestartDelay => Ended("FAILED").FailedThreeTimes(TimeSpan.FromSeconds(31)).But(status => status with
    {
        Decision = new LastDecision("WaitForRestartDelay", Moment.LongAgo, "the job has failed: IOException; it starts again at 2026-11-23T09:00:00Z (failed 2 times in a row)"),
    });
    public static JobSnapshot TheStatusWasWrittenLongAfterTheEnd_RestartByPolicy => Ended("FAILED").But(status => status with { EndedAt = Moment.LongAgo }).ChangedJustNow();
    public static JobSnapshot AnOlderVersionWroteTheStatus_WaitForRestartDelay => Ended("FAILED").ChangedJustNow();
    public static JobSnapshot AStartHasFailedJustNow_WaitForRestartDelay =>
        AStoppedJob(StopIntent.Fail).EndedJustNow().But(status => status with { Refusal = "the bootstrap failed" });

    static JobSnapshot Ended(string state) => AStoppedJob().But(status => status with { FlinkState = state, JobId = FlinkId });
}
