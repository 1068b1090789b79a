using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

public class JobStoppedRows
{
    [Fact, Row("6.6 Stopped 1")]
    public void A_deletion_takes_it_down() =>
        Assert.Equal(StopIntent.Delete, AStoppedJob().Deleted().Decides("StopWhenDeleted", SupervisorStatus.Stopping).StopIntent);

    [Fact, Row("6.6 Stopped 2")]
    public void A_cluster_that_goes_lets_it_go() =>
        AStoppedJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Terminated).Decides("ReleaseWithCluster", SupervisorStatus.Stopped, "RemoveFinalizer");

    [Fact, Row("6.6 Stopped 3")]
    public void A_bootstrap_that_is_left_over_is_removed() =>
        AStoppedJob(StopIntent.Stop).WithBootstrap().Decides("RemoveBootstrapWhenStopped", SupervisorStatus.Stopped, "DeleteBootstrapJob");

    [Fact, Row("6.6 Stopped 4", Changed = "After a restart of the cluster the policy has no say: that was no end of the job.")]
    public void With_its_cluster_it_starts_at_once_if_its_policy_lets_it()
    {
        AStoppedJob(StopIntent.ClusterStop).ChangedJustNow().WithCluster(SupervisorStatus.Starting).Decides("ResumeWithCluster", SupervisorStatus.Starting);
        AStoppedJob(StopIntent.ClusterStop).WithPolicy(RestartPolicy.Never).WithCluster(SupervisorStatus.Starting).Decides("StayStoppedUntilRequested", SupervisorStatus.Stopped);
        AStoppedJob(StopIntent.ClusterStop).WithoutFinalizer().WithCluster(SupervisorStatus.Starting).Decides("RegainFinalizer", SupervisorStatus.Stopped, "AddFinalizer");
        AStoppedJob(StopIntent.Resume).WithPolicy(RestartPolicy.Never).WithCluster(SupervisorStatus.Starting).Decides("ResumeWithCluster", SupervisorStatus.Starting);
    }

    [Fact, Row("6.6 Stopped 5")]
    public void Without_a_started_cluster_its_health_is_blank() => Assert.Equal("",
        AStoppedJob(StopIntent.Stop).WithCluster(SupervisorStatus.Stopped).Decides("WaitForClusterToRun", SupervisorStatus.Stopped).ClusterHealth);

    [Fact, Row("6.6 Stopped 6")]
    public void An_unhealthy_cluster_shows_on_it() => Assert.Equal("UNHEALTHY",
        AStoppedJob(StopIntent.Stop).WithCluster(cluster => cluster with { ClusterHealth = "UNHEALTHY" }).Decides("StayStoppedUntilRequested", SupervisorStatus.Stopped).ClusterHealth);

    [Fact, Row("6.6 Stopped 7")]
    public void A_healthy_cluster_shows_on_it() => Assert.Equal("HEALTHY",
        AStoppedJob(StopIntent.Stop).But(status => status with { ClusterHealth = "" }).Decides("StayStoppedUntilRequested", SupervisorStatus.Stopped).ClusterHealth);

    [Fact, Row("6.6 Stopped 8", Changed = "A START leads to Starting at once; what cannot be carried out is refused with a reason.")]
    public void A_start_starts_it()
    {
        AStoppedJob(StopIntent.Stop).WithRecorded(RequestedAction.Start).Decides("StartWhenRequested", SupervisorStatus.Starting);
        Assert.NotEqual("", AStoppedJob(StopIntent.Stop).WithRecorded(RequestedAction.Stop).Decides("RefuseStopWhenStopped", SupervisorStatus.Stopped).Refusal);
    }

    [Fact, Row("6.6 Stopped 9", Changed = "Stopped means that Flink or Kubernetes said that nothing runs; an old state in the status is no proof of the contrary.")]
    public void An_old_state_in_the_status_starts_nothing() =>
        AStoppedJob(StopIntent.Stop).But(status => status with { FlinkState = "RUNNING" }).Decides("StayStoppedUntilRequested", SupervisorStatus.Stopped);

    [Fact, Row("6.6 Stopped 10", Changed = "Flink is not asked about a job that has ended; nothing wakes the supervisor for it.")]
    public void A_finished_job_is_not_looked_at_any_more()
    {
        var finished = Ended("FINISHED").WithPolicy(RestartPolicy.Never);
        Assert.Equal("FINISHED", finished.Decides("StayStoppedUntilRequested", SupervisorStatus.Stopped).FlinkState);
        Assert.True(JobDecide.Decide(finished).WakeAt.IsNone);
    }

    [Theory, Row("6.6 Stopped 11")]
    [InlineData(RestartPolicy.Never, "FAILED")]
    [InlineData(RestartPolicy.OnlyIfFailed, "FINISHED")]
    public void Where_its_policy_forbids_it_stays(RestartPolicy policy, string state) =>
        Ended(state).WithPolicy(policy).Decides("StayStoppedUntilRequested", SupervisorStatus.Stopped);

    [Fact, Row("6.6 Stopped 12", Changed = "It leads to Starting at once: nothing is there that had to be stopped.")]
    public void A_changed_bootstrap_starts_it_without_delay()
    {
        Ended("FAILED").ChangedJustNow().WithChangedBootstrap().Decides("RestartWithChangedBootstrap", SupervisorStatus.Starting);
        Ended("FAILED").ChangedJustNow().WithChangedBootstrap().WithoutFinalizer().Decides("RegainFinalizer", SupervisorStatus.Stopped, "AddFinalizer");
    }

    [Fact, Row("6.6 Stopped 13")]
    public void It_starts_after_the_restart_delay()
    {
        Ended("FAILED").ChangedJustNow().Decides("WaitForRestartDelay", SupervisorStatus.Stopped);
        Ended("FAILED").Decides("RestartByPolicy", SupervisorStatus.Starting);
        Ended("FAILED").WithoutFinalizer().Decides("RegainFinalizer", SupervisorStatus.Stopped, "AddFinalizer");
    }

    [Fact, Row("6.6 Terminated 1")]
    public void A_terminated_job_loses_its_finalizer() => ATerminatedJob().Decides("RemoveFinalizer", SupervisorStatus.Terminated, "RemoveFinalizer");

    static JobSnapshot Ended(string state) => AStoppedJob().But(status => status with { FlinkState = state, JobId = FlinkId });
}
