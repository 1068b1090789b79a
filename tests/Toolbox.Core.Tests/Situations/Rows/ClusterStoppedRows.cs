using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations.Rows;

public class ClusterStoppedRows
{
    [Fact, Row("6.3 Stopped 1")]
    public void A_deletion_takes_it_down() =>
        Assert.Equal(StopIntent.Delete, AStoppedCluster().Deleted().Decides("StopWhenDeleted", SupervisorStatus.Stopping).StopIntent);

    [Fact, Row("6.3 Stopped 2", Changed = "A START leads to Starting at once; what cannot be carried out is refused with a reason.")]
    public void A_start_starts_it()
    {
        AStoppedCluster().WithRecorded(RequestedAction.Start).Decides("StartWhenRequested", SupervisorStatus.Starting);
        Assert.NotEqual("", AStoppedCluster().WithRecorded(RequestedAction.Stop).Decides("RefuseStopWhenStopped", SupervisorStatus.Stopped).Refusal);
    }

    [Fact, Row("6.3 Stopped 3")]
    public void Its_health_is_blank() => Assert.Equal("", AStoppedCluster().Decides("StayStopped", SupervisorStatus.Stopped).ClusterHealth);

    [Fact, Row("6.3 Stopped 4")]
    public void What_is_left_over_is_removed() => AStoppedCluster().WithJobManagers(Pods.JobManager).WithTaskManagers(Pods.TaskManager(1)).WithService()
        .Decides("RemovePods", SupervisorStatus.Stopped, "DeletePod", "DeletePod", "DeleteJobManagerService");

    [Fact, Row("6.3 Stopped 5")]
    public void It_is_updated_and_stays_so() =>
        Assert.Equal(ResourceStatus.Updated, AStoppedCluster().Decides("StayStopped", SupervisorStatus.Stopped).ResourceStatus);

    [Fact, Row("6.3 Terminated 1")]
    public void A_terminated_cluster_waits_until_its_jobs_have_let_go() =>
        ATerminatedCluster().WithJob(SupervisorStatus.Stopped).Decides("WaitForJobsToLeave", SupervisorStatus.Terminated);

    [Fact, Row("6.3 Terminated 2")]
    public void A_terminated_cluster_loses_its_finalizer() => ATerminatedCluster().WithJob(SupervisorStatus.Stopped, finalizer: false)
        .Decides("RemoveFinalizer", SupervisorStatus.Terminated, "RemoveFinalizer");
}
