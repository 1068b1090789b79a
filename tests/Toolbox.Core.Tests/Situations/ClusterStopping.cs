using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations;

static class ClusterStopping
{
    public static ClusterSnapshot DeletedWhileStopping_NoticeDeletion => AStoppingCluster(StopIntent.Stop).Deleted();
    public static ClusterSnapshot AnUnknownActionIsAsked_RefuseUnknownRequest => AStoppingCluster(StopIntent.Stop).Asked("?");
    public static ClusterSnapshot AStartIsAsked_RecordRequest => AStoppingCluster(StopIntent.Stop).Asked("START");
    public static ClusterSnapshot TheAnnotationIsStillThere_ResetRequestedAction => AStoppingCluster(StopIntent.Stop).Asked("START").WithRecorded(RequestedAction.Start);
    public static ClusterSnapshot AStartIsRecordedWhileDeleting_RefuseRequestWhileDeleting =>
        AStoppingCluster(StopIntent.Delete).Deleted().WithRecorded(RequestedAction.Start);
    public static ClusterSnapshot AStartIsRecorded_StartAfterStopping => AStoppingCluster(StopIntent.Stop).WithRecorded(RequestedAction.Start);
    public static ClusterSnapshot AStartFollowsAStopWithoutSavepoint_StartAfterStopping => AStoppingCluster(StopIntent.Stop)
        .But(status => status with { WithoutSavepoint = true }).WithRecorded(RequestedAction.Start);
    public static ClusterSnapshot AStartWithoutSavepointIsRecorded_StartAfterStopping =>
        AStoppingCluster(StopIntent.Stop).WithRecorded(RequestedAction.Start, withoutSavepoint: true);
    public static ClusterSnapshot AStopIsRecordedWhileRestarting_StayStoppedAfterStopping => AStoppingCluster(StopIntent.Restart).WithRecorded(RequestedAction.Stop);
    public static ClusterSnapshot AStopReleasesStuckJobs_StayStoppedAfterStopping => AStoppingCluster(StopIntent.Stop)
        .WithJob(SupervisorStatus.Stopping).WithRecorded(RequestedAction.Stop, withoutSavepoint: true);
    public static ClusterSnapshot ASavepointIsAskedOfTheCluster_RefuseSavepointRequest => AStoppingCluster(StopIntent.Stop).WithRecorded(RequestedAction.TriggerSavepoint);
    public static ClusterSnapshot TheJobManagerIsGoneWhileJobsStop_NoticeLostJobManager => JobsStop().WithJobManagers().WithUnreachableFlink();
    public static ClusterSnapshot TheJobManagerWasRestartedWhileJobsStop_NoticeOtherJobManager => JobsStop().WithJobManagers(Pods.JobManager.RestartedInPlace());
    public static ClusterSnapshot TheServiceIsGoneWhileJobsStop_CreateService => JobsStop().WithService(Presence.Absent);
    public static ClusterSnapshot ATaskManagerHasEndedWhileJobsStop_RemoveEndedTaskManagers => JobsStop().WithTaskManagers(Pods.TaskManager(1).Failed());
    public static ClusterSnapshot ATaskManagerIsGoneWhileJobsStop_ReplaceTaskManagers => JobsStop().WithTaskManagers(Pods.TaskManager(1));
    public static ClusterSnapshot OneJobStops_WaitForJobs => JobsStop().WithJob(SupervisorStatus.Stopped);
    public static ClusterSnapshot AJobIsNotInitialisedYet_WaitForJobs => AStoppingCluster(StopIntent.Restart).WithJob(SupervisorStatus.Unknown);
    public static ClusterSnapshot AllJobsHaveStopped_RemovePods => AStoppingCluster(StopIntent.Restart).WithJob(SupervisorStatus.Stopped);
    public static ClusterSnapshot ThePodsAreLeaving_RemovePods =>
        AStoppingCluster(StopIntent.Restart).WithTaskManagers().WithService(Presence.Absent).WithJobManagers(Pods.JobManager.Leaving());
    public static ClusterSnapshot NothingIsLeftOfADeletedCluster_BecomeTerminated => AStoppingCluster(StopIntent.Delete).Deleted().WithNothingRunning();
    public static ClusterSnapshot TheSpecBecameInvalidOnTheWay_StallRestartOnInvalidSpec => AStoppingCluster(StopIntent.Restart).WithNothingRunning().WithInvalidSpec();
    public static ClusterSnapshot NothingIsLeftOfARestart_StartAgain => AStoppingCluster(StopIntent.Restart).WithNothingRunning();
    public static ClusterSnapshot NothingIsLeftOfARestartWithoutSavepoint_StartAgain => AStoppingCluster(StopIntent.RestartEmpty).WithNothingRunning();
    public static ClusterSnapshot NothingIsLeft_BecomeStopped => AStoppingCluster(StopIntent.Stop).But(status => status with { WithoutSavepoint = true }).WithNothingRunning();

    static ClusterSnapshot JobsStop() => AStoppingCluster(StopIntent.Restart).WithJob(SupervisorStatus.Stopping);
}
