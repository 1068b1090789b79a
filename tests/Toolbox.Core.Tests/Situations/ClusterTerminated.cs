using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations;

static class ClusterTerminated
{
    public static ClusterSnapshot ALateCommandCreatedAPod_RemovePods => ATerminatedCluster().WithJobManagers(Pods.JobManager);
    public static ClusterSnapshot AJobHoldsOn_WaitForJobsToLeave => ATerminatedCluster().WithJob(SupervisorStatus.Stopped);
    public static ClusterSnapshot AllJobsHaveLetGo_RemoveFinalizer => ATerminatedCluster().WithJob(SupervisorStatus.Stopped, finalizer: false);
    public static ClusterSnapshot TheFinalizerIsGone_NothingToDo => ATerminatedCluster().WithoutFinalizer();
}
