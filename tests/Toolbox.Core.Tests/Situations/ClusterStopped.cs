using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations;

static class ClusterStopped
{
    public static ClusterSnapshot Deleted_StopWhenDeleted => AStoppedCluster().Deleted();
    public static ClusterSnapshot ALateTaskManagerAppears_RemovePods => AStoppedCluster().WithTaskManagers(Pods.TaskManager(1));
    public static ClusterSnapshot AnUnknownActionIsAsked_RefuseUnknownRequest => AStoppedCluster().Asked("RESUME");
    public static ClusterSnapshot AStartIsAsked_RecordRequest => AStoppedCluster().Asked("START", withoutSavepoint: true);
    public static ClusterSnapshot TheAnnotationIsStillThere_ResetRequestedAction => AStoppedCluster().Asked("START").WithRecorded(RequestedAction.Start);
    public static ClusterSnapshot AStopIsRecorded_RefuseStopWhenStopped => AStoppedCluster().WithRecorded(RequestedAction.Stop);
    public static ClusterSnapshot ASavepointIsAskedOfTheCluster_RefuseSavepointRequest => AStoppedCluster().WithRecorded(RequestedAction.TriggerSavepoint);
    public static ClusterSnapshot AStartIsRecordedWithAnInvalidSpec_StallStoppedOnInvalidSpec => AStoppedCluster().WithRecorded(RequestedAction.Start).WithInvalidSpec();
    public static ClusterSnapshot AStartIsRecorded_StartWhenRequested => AStoppedCluster().WithRecorded(RequestedAction.Start);
    public static ClusterSnapshot AStartWithoutSavepointIsRecorded_StartWhenRequested => AStoppedCluster().WithRecorded(RequestedAction.Start, withoutSavepoint: true);
    public static ClusterSnapshot NothingIsAsked_StayStopped => AStoppedCluster();
    public static ClusterSnapshot TheSpecWasEdited_StayStopped => AStoppedCluster().WithChangedRuntime();
}
