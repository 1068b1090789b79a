using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations;

static class ClusterStarted
{
    public static ClusterSnapshot Deleted_StopWhenDeleted => AStartedCluster().Deleted();
    public static ClusterSnapshot TheRuntimeWasEdited_RestartWhenSpecChanges => AStartedCluster().WithChangedRuntime();
    public static ClusterSnapshot AStopIsRecordedWhileTheSpecIsEdited_RestartWhenSpecChanges => AStartedCluster().WithRecorded(RequestedAction.Stop).WithChangedRuntime();
    public static ClusterSnapshot OnlyTheSupervisorWasEdited_FollowHealth => AStartedCluster().WithChangedSupervisor();
    public static ClusterSnapshot AnUnknownActionIsAsked_RefuseUnknownRequest => AStartedCluster().Asked("REBOOT");
    public static ClusterSnapshot AStopIsAsked_RecordRequest => AStartedCluster().Asked("STOP");
    public static ClusterSnapshot TheSameRequestWithoutSavepointFollows_RecordRequest =>
        AStartedCluster().Asked("STOP", withoutSavepoint: true).WithRecorded(RequestedAction.Stop);
    public static ClusterSnapshot TheAnnotationIsStillThere_ResetRequestedAction => AStartedCluster().Asked("STOP").WithRecorded(RequestedAction.Stop);
    public static ClusterSnapshot AStopIsRecorded_StopWhenRequested => AStartedCluster().WithRecorded(RequestedAction.Stop);
    public static ClusterSnapshot AStopWithoutSavepointIsRecorded_StopWhenRequested => AStartedCluster().WithRecorded(RequestedAction.Stop, withoutSavepoint: true);
    public static ClusterSnapshot AStartIsRecorded_RestartWhenRequested => AStartedCluster().WithRecorded(RequestedAction.Start);
    public static ClusterSnapshot AStartWithoutSavepointIsRecorded_RestartWhenRequested => AStartedCluster().WithRecorded(RequestedAction.Start, withoutSavepoint: true);
    public static ClusterSnapshot ForgettingIsAskedOfTheCluster_RefuseSavepointRequest => AStartedCluster().WithRecorded(RequestedAction.ForgetSavepoint);
    public static ClusterSnapshot TheSpecBecameInvalid_StallOnInvalidSpec => AStartedCluster().WithInvalidSpec();
    public static ClusterSnapshot TheJobManagerIsGone_RecoverLostJobManager => AStartedCluster().WithJobManagers().WithUnreachableFlink();
    public static ClusterSnapshot TheJobManagerContainerWasRestarted_RecoverLostJobManager => AStartedCluster().WithJobManagers(Pods.JobManager.RestartedInPlace());
    public static ClusterSnapshot TheServiceIsMissing_CreateService => AStartedCluster().WithService(Presence.Absent);
    public static ClusterSnapshot ATaskManagerWasEvicted_RemoveEndedTaskManagers => AStartedCluster().WithTaskManagers(Pods.TaskManager(1).Failed(), Pods.TaskManager(2));
    public static ClusterSnapshot ATaskManagerIsGone_CreateTaskManagers => AStartedCluster().WithTaskManagers(Pods.TaskManager(2)).WithFlink(slots: 2);
    public static ClusterSnapshot ATaskManagerIsGoneAndFlinkIsSilent_CreateTaskManagers => AStartedCluster().WithTaskManagers(Pods.TaskManager(2)).WithUnreachableFlink();
    public static ClusterSnapshot JobsNeedMore_CreateTaskManagers =>
        AStartedCluster().WithSpec(spec => spec with { RescalePolicy = RescalePolicy.JobParallelism }).WithJob(SupervisorStatus.Starting, 7);
    public static ClusterSnapshot MoreRunThanDeclared_DeclareTaskManagers => JobsNeedMore_CreateTaskManagers
        .WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2), Pods.TaskManager(3), Pods.TaskManager(4)).WithFlink(slots: 8);
    public static ClusterSnapshot FlinkIsSilentForLong_MarkUnhealthy => AStartedCluster().WithUnreachableFlink(Moment.LongAgo);
    public static ClusterSnapshot FlinkDoesNotAnswer_WaitForFlink => AStartedCluster().WithUnreachableFlink();
    public static ClusterSnapshot OneIsIdleAndTooMuch_RemoveIdleTaskManagers => TooMany().WithFlink(6, Pods.TaskManager(3), Pods.TaskManager(2));
    public static ClusterSnapshot NotAllSlotsAreThere_WaitForTaskManagers => AStartedCluster().WithFlink(slots: 2);
    public static ClusterSnapshot ATaskManagerCannotBeScheduled_WaitForTaskManagers =>
        AStartedCluster().WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2).InTrouble("Unschedulable: 0/1 nodes are available")).WithFlink(slots: 2);
    public static ClusterSnapshot TheSurplusIsBusy_KeepSurplusForNow => TooMany().WithFlink(6);
    public static ClusterSnapshot ItWasRescaledJustNow_KeepSurplusForNow => TooMany().WithFlink(6, Pods.TaskManager(3)).RescaledJustNow();
    public static ClusterSnapshot AStartWithoutSavepointIsDone_KeepSurplusForNow => TooMany().WithFlink(6).But(status => status with { WithoutSavepoint = true });
    public static ClusterSnapshot AllIsWell_FollowHealth => AStartedCluster();
    public static ClusterSnapshot FlinkAnswersAgain_FollowHealth => AStartedCluster().But(status => status with { ClusterHealth = "UNHEALTHY", UnreachableSince = Moment.LongAgo });

    static ClusterSnapshot TooMany() => AStartedCluster().WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2), Pods.TaskManager(3));
}
