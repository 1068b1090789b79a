using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations.Rows;

public class ClusterStoppingRows
{
    [Theory, Row("6.3 Stopping 1")]
    [InlineData(SupervisorStatus.Unknown)]
    [InlineData(SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Started)]
    [InlineData(SupervisorStatus.Stopping)]
    public void It_waits_until_every_job_has_stopped(SupervisorStatus job) =>
        AStoppingCluster(StopIntent.Stop).WithJob(SupervisorStatus.Stopped).WithJob(job).Decides("WaitForJobs", SupervisorStatus.Stopping);

    [Fact, Row("6.3 Stopping 2")]
    public void Its_health_is_blank() =>
        Assert.Equal("", AStartedCluster().WithRecorded(RequestedAction.Stop).Decides("StopWhenRequested", SupervisorStatus.Stopping).ClusterHealth);

    [Fact, Row("6.3 Stopping 3")]
    public void Pods_that_do_not_leave_yet_are_deleted_TaskManagers_first()
    {
        var snapshot = AStoppingCluster(StopIntent.Stop).WithJob(SupervisorStatus.Stopped)
            .WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2).Leaving()).WithService(Presence.Absent);
        snapshot.Decides("RemovePods", SupervisorStatus.Stopping, "DeletePod", "DeletePod");
        Assert.Equal($"{Pods.TaskManager(1).Name}, {Pods.JobManager.Name}", string.Join(", ",
            ClusterDecide.Decide(snapshot).Commands.Map(command => ((Command.Kubernetes.DeletePod)command).Pod)));
    }

    [Fact, Row("6.3 Stopping 4")]
    public void The_Service_is_deleted_unless_it_leaves_already()
    {
        var rest = AStoppingCluster(StopIntent.Stop).WithNothingRunning();
        rest.WithService().Decides("RemovePods", SupervisorStatus.Stopping, "DeleteJobManagerService");
        rest.WithService(Presence.Terminating).Decides("RemovePods", SupervisorStatus.Stopping);
    }

    [Fact, Row("6.3 Stopping 5")]
    public void A_deleted_cluster_of_which_nothing_is_left_is_terminated() => Assert.Equal(ResourceStatus.Updated,
        AStoppingCluster(StopIntent.Delete).Deleted().WithNothingRunning().Decides("BecomeTerminated", SupervisorStatus.Terminated).ResourceStatus);

    [Fact, Row("6.3 Stopping 6")]
    public void A_restart_takes_the_spec_as_it_is_now()
    {
        var status = AStoppingCluster(StopIntent.Restart).WithNothingRunning().WithChangedRuntime().Decides("StartAgain", SupervisorStatus.Starting);
        Assert.Equal((ResourceStatus.Updating, Digest with { Runtime = "runtime-2" }, 2), (status.ResourceStatus, status.Digest, status.Attempt));
    }

    [Fact, Row("6.3 Stopping 7", Changed = "A STOP ends a restart; what cannot be carried out is refused with a reason.")]
    public void A_start_is_remembered_for_when_it_has_stopped()
    {
        var stopping = AStoppingCluster(StopIntent.Stop).WithJob(SupervisorStatus.Stopping);
        Assert.Equal(StopIntent.Restart, stopping.WithRecorded(RequestedAction.Start).Decides("StartAfterStopping", SupervisorStatus.Stopping).StopIntent);
        Assert.Equal(StopIntent.Stop, AStoppingCluster(StopIntent.Restart).WithRecorded(RequestedAction.Stop)
            .Decides("StayStoppedAfterStopping", SupervisorStatus.Stopping).StopIntent);
        stopping.WithRecorded(RequestedAction.ForgetSavepoint).Decides("RefuseSavepointRequest", SupervisorStatus.Stopping);
    }

    [Fact, Row("6.3 Stopping 8", Changed = "It is Updated at once: nothing is left to do.")]
    public void A_cluster_of_which_nothing_is_left_is_stopped() => Assert.Equal(ResourceStatus.Updated,
        AStoppingCluster(StopIntent.Stop).WithNothingRunning().Decides("BecomeStopped", SupervisorStatus.Stopped).ResourceStatus);
}
