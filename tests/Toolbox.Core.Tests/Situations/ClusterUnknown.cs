using Toolbox.Core.Cluster;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations;

static class ClusterUnknown
{
    public static ClusterSnapshot ANewCluster_AddFinalizer => AnUntouchedCluster();
    public static ClusterSnapshot ItHasItsFinalizer_Initialise => ANewCluster();
    public static ClusterSnapshot JobsNeedMoreThanDeclared_Initialise =>
        ANewCluster().WithSpec(spec => spec with { RescalePolicy = RescalePolicy.JobParallelism }).WithJob(Core.Resources.SupervisorStatus.Starting, 5);
    public static ClusterSnapshot TheSpecIsInvalid_WaitForValidSpec => ANewCluster().WithInvalidSpec();
    public static ClusterSnapshot DeletedBeforeAnythingWasDone_TerminateUntouched => AnUntouchedCluster().Deleted();
    public static ClusterSnapshot DeletedAfterItsStatusWasEmptied_StopForgotten => ANewCluster().Deleted().WithEverythingRunning();
}
