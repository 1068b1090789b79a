using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations;

static class ClusterStarting
{
    public static ClusterSnapshot Deleted_StopWhenDeleted => AStartingCluster().Deleted();
    public static ClusterSnapshot ARecordedRequestSurvivesDeletion_StopWhenDeleted => AStartingCluster().WithRecorded(RequestedAction.Stop).Deleted();
    public static ClusterSnapshot TheRuntimeWasEdited_RestartWhenSpecChanges => AStartingCluster().WithChangedRuntime();
    public static ClusterSnapshot OnlyTheSupervisorWasEdited_CreateJobManager => AStartingCluster().WithChangedSupervisor();
    public static ClusterSnapshot AnUnknownActionIsAsked_RefuseUnknownRequest => AStartingCluster().Asked("REBOOT");
    public static ClusterSnapshot AStopIsAsked_RecordRequest => AStartingCluster().Asked("stop");
    public static ClusterSnapshot TheAnnotationIsStillThere_ResetRequestedAction => AStartingCluster().Asked("STOP").WithRecorded(RequestedAction.Stop);
    public static ClusterSnapshot AnotherRequestFollows_RecordRequest => AStartingCluster().Asked("START").WithRecorded(RequestedAction.Stop);
    public static ClusterSnapshot AStopIsRecorded_StopWhenRequested => AStartingCluster().WithRecorded(RequestedAction.Stop);
    public static ClusterSnapshot AStopWithoutSavepointIsRecorded_StopWhenRequested => AStartingCluster().WithRecorded(RequestedAction.Stop, withoutSavepoint: true);
    public static ClusterSnapshot AStartIsRecorded_RefuseStartWhileStarting => AStartingCluster().WithRecorded(RequestedAction.Start);
    public static ClusterSnapshot ASavepointIsAskedOfTheCluster_RefuseSavepointRequest => AStartingCluster().WithRecorded(RequestedAction.TriggerSavepoint);
    public static ClusterSnapshot TheSpecBecameInvalid_StallOnInvalidSpec => AStartingCluster().WithInvalidSpec();
    public static ClusterSnapshot TheJobManagerHasEnded_RemoveBrokenJobManager => AStartingCluster().WithJobManagers(Pods.JobManager.Failed());
    public static ClusterSnapshot TwoJobManagers_RemoveBrokenJobManager =>
        AStartingCluster().WithJobManagers(Pods.JobManager, Pods.JobManager with { Name = "jobmanager-test-2", Uid = "second" });
    public static ClusterSnapshot TheOldJobManagerLeaves_WaitForOldJobManager => AStartingCluster().WithJobManagers(Pods.JobManager.Leaving());
    public static ClusterSnapshot NothingIsThere_CreateJobManager => AStartingCluster();
    public static ClusterSnapshot OnlyTheServiceIsThere_CreateJobManager => AStartingCluster().WithService();
    public static ClusterSnapshot TheServiceIsMissing_CreateService => AStartingCluster().WithJobManagers(Pods.JobManager);
    public static ClusterSnapshot ATaskManagerHasEnded_RemoveEndedTaskManagers => AStartingCluster()
        .WithEverythingRunning().WithTaskManagers(Pods.TaskManager(1).Failed(), Pods.TaskManager(2));
    public static ClusterSnapshot TaskManagersAreMissing_CreateTaskManagers => AStartingCluster().WithJobManagers(Pods.JobManager).WithService();
    public static ClusterSnapshot FlinkAnswers_BecomeStarted => AStartingCluster().WithEverythingRunning();
    public static ClusterSnapshot FlinkDoesNotAnswerYet_WaitForJobManager => AStartingCluster().WithEverythingRunning().WithUnreachableFlink();
    public static ClusterSnapshot TheImageCannotBePulled_WaitForJobManager => AStartingCluster().WithEverythingRunning().WithUnreachableFlink()
        .WithJobManagers(Pods.JobManager.InTrouble("ImagePullBackOff: no such image"));
    public static ClusterSnapshot FlinkIsSilentForLong_StallOnSilentJobManager =>
        AStartingCluster().WithEverythingRunning().WithUnreachableFlink(Moment.LongAgo);
}
