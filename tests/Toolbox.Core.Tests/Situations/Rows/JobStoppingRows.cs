using Toolbox.Core.Resources;
using Toolbox.Core.Job;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

public class JobStoppingRows
{
    [Fact, Row("6.6 Stopping 1")]
    public void Its_bootstrap_goes_first()
    {
        AStoppingJob(StopIntent.Stop).WithBootstrap().Decides("RemoveBootstrap", SupervisorStatus.Stopping, "DeleteBootstrapJob");
        AStoppingJob(StopIntent.Stop).WithLeavingBootstrap().Decides("WaitForBootstrapToLeave", SupervisorStatus.Stopping);
    }

    [Fact, Row("6.6 Stopping 2")]
    public void It_shows_the_health_of_a_started_cluster_only()
    {
        Assert.Equal("HEALTHY", AStoppingJob(StopIntent.Stop).Decides("StopWithSavepoint", SupervisorStatus.Stopping, "StopJobWithSavepoint").ClusterHealth);
        Assert.Equal("", AStoppingJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Stopping, StopIntent.Stop)
            .Decides("StopWithSavepoint", SupervisorStatus.Stopping, "StopJobWithSavepoint").ClusterHealth);
    }

    [Theory, Row("6.6 Stopping 3", Changed = "Nobody can tell whether the job still runs, so it is neither stopped nor terminated; the status says so.")]
    [InlineData(StopIntent.Stop)]
    [InlineData(StopIntent.Delete)]
    public void A_silent_Flink_is_waited_for(StopIntent intent) =>
        AStoppingJob(intent).WithUnreachableFlink(Moment.LongAgo).Decides("WaitForSilentFlink", SupervisorStatus.Stopping);

    [Fact, Row("6.6 Stopping 4")]
    public void It_stays_until_the_Flink_job_has_ended()
    {
        AStoppingJob(StopIntent.Stop).Decides("StopWithSavepoint", SupervisorStatus.Stopping, "StopJobWithSavepoint");
        AStoppingJob(StopIntent.Stop).WithFlink(FlinkJobState.Cancelling).Decides("WaitForCancellation", SupervisorStatus.Stopping);
    }

    [Fact, Row("6.6 Stopping 5")]
    public void A_deleted_job_of_which_nothing_runs_is_terminated()
    {
        var status = AStoppingJob(StopIntent.Delete).Deleted().WithFlink(FlinkJobState.Canceled).Decides("TerminateJob", SupervisorStatus.Terminated);
        Assert.Equal((0, "", "", ResourceStatus.Updated), (status.JobParallelism, status.JobId, status.FlinkState, status.ResourceStatus));
    }

    [Fact, Row("6.6 Stopping 6")]
    public void A_restart_takes_the_spec_as_it_is_now()
    {
        var status = AStoppingJob(StopIntent.Restart).WithFlink(FlinkJobState.Finished).WithParallelism(3).WithChangedBootstrap()
            .Decides("StartAgain", SupervisorStatus.Starting);
        Assert.Equal((3, "", "", ResourceStatus.Updating), (status.JobParallelism, status.JobId, status.FlinkState, status.ResourceStatus));
        Assert.Equal(Digest with { Bootstrap = "bootstrap-2" }, status.Digest);
    }

    [Fact, Row("6.6 Stopping 7")]
    public void A_job_of_which_nothing_runs_is_stopped()
    {
        var status = AStoppingJob(StopIntent.Stop).WithFlink(FlinkJobState.Finished).Decides("BecomeStopped", SupervisorStatus.Stopped);
        Assert.Equal((0, "", "", ResourceStatus.Updated), (status.JobParallelism, status.JobId, status.FlinkState, status.ResourceStatus));
    }
}
