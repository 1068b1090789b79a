using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

public class JobStartedRows
{
    [Fact, Row("6.6 Started 1")]
    public void A_deletion_stops_it_for_good() =>
        Assert.Equal(StopIntent.Delete, AStartedJob().Deleted().Decides("StopWhenDeleted", SupervisorStatus.Stopping).StopIntent);

    [Fact, Row("6.6 Started 2", Changed = "Whether the cluster stops or restarts is told apart: a job of a restarting cluster always comes back with it.")]
    public void A_cluster_that_goes_takes_it_along()
    {
        AStartedJob().WithCluster(SupervisorStatus.Terminated).WithUnreachableFlink().Decides("StopWithCluster", SupervisorStatus.Stopping);
        Assert.Equal(StopIntent.ClusterStop, AStartedJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Stop).Decides("StopWithCluster", SupervisorStatus.Stopping).StopIntent);
        Assert.Equal(StopIntent.Resume, AStartedJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Restart).Decides("StopToResumeWithCluster", SupervisorStatus.Stopping).StopIntent);
    }

    [Fact, Row("6.6 Started 3", Changed = "A cluster that starts has lost its JobManager: the job waits for the new one and recovers from its newest restore point.")]
    public void A_stopped_cluster_takes_it_along_and_a_starting_one_brings_it_back()
    {
        AStartedJob().WithCluster(SupervisorStatus.Stopped).WithUnreachableFlink().Decides("StopWithCluster", SupervisorStatus.Stopping);
        AStartedJob().WithCluster(SupervisorStatus.Starting).WithUnreachableFlink().Decides("WaitForFlink", SupervisorStatus.Started);
        AStartedJob().WithOtherJobManager().WithoutFlinkJob().Decides("RecoverLostJob", SupervisorStatus.Starting);
    }

    [Fact, Row("6.6 Started 4")]
    public void It_shows_the_health_of_a_started_cluster_only()
    {
        Assert.Equal("HEALTHY", AStartedJob().But(status => status with { ClusterHealth = "" }).Decides("FollowJob", SupervisorStatus.Started).ClusterHealth);
        Assert.Equal("", AStartedJob().WithCluster(SupervisorStatus.Starting).WithUnreachableFlink().Decides("WaitForFlink", SupervisorStatus.Started).ClusterHealth);
    }

    [Fact, Row("6.6 Started 5", Changed = "A silent Flink is no verdict on the job: it is UNHEALTHY and stays what it is.")]
    public void A_silent_Flink_makes_it_unhealthy_and_ends_nothing()
    {
        var status = AStartedJob().WithUnreachableFlink(Moment.LongAgo).Decides("MarkUnhealthy", SupervisorStatus.Started);
        Assert.Equal(("UNHEALTHY", FlinkId), (status.ClusterHealth, status.JobId));
    }

    [Fact, Row("6.6 Started 6")]
    public void A_changed_bootstrap_restarts_it() =>
        Assert.Equal(StopIntent.Restart, AStartedJob().WithChangedBootstrap().Decides("RestartWhenBootstrapChanges", SupervisorStatus.Stopping).StopIntent);

    [Fact, Row("6.6 Started 7")]
    public void Another_parallelism_within_the_limits_restarts_it()
    {
        AStartedJob().WithParallelism(2).Decides("RestartWhenParallelismChanges", SupervisorStatus.Stopping);
        AStartedJob().WithSpec(spec => spec with { Parallelism = 7, MaxParallelism = 1 }).Decides("FollowJob", SupervisorStatus.Started);
    }

    [Theory, Row("6.6 Started 8")]
    [InlineData(FlinkJobState.Finished, "EndFinishedJob")]
    [InlineData(FlinkJobState.Canceled, "EndCanceledJob")]
    [InlineData(FlinkJobState.Failed, "EndFailedJob")]
    public void The_end_of_the_Flink_job_is_its_end(FlinkJobState state, string rule)
    {
        var status = AStartedJob().WithFlink(state).Decides(rule, SupervisorStatus.Stopped);
        Assert.Equal((0, FlinkId, state.ToString().ToUpperInvariant(), ResourceStatus.Updated), (status.JobParallelism, status.JobId, status.FlinkState, status.ResourceStatus));
    }

    [Fact, Row("6.6 Started 9")]
    public void Every_request_is_carried_out()
    {
        AStartedJob().WithRecorded(RequestedAction.Start).Decides("RestartWhenRequested", SupervisorStatus.Stopping);
        AStartedJob().WithRecorded(RequestedAction.Stop).Decides("StopWhenRequested", SupervisorStatus.Stopping);
        AStartedJob().WithRecorded(RequestedAction.TriggerSavepoint).Decides("TriggerSavepointWhenRequested", SupervisorStatus.Started, "TriggerSavepoint");
        Assert.Equal("", AStartedJob().WithRecorded(RequestedAction.ForgetSavepoint).Decides("ForgetSavepointWhenRequested", SupervisorStatus.Started).SavepointPath);
    }

    [Fact, Row("6.6 Started 10")]
    public void It_is_updating_while_a_savepoint_is_taken_and_updated_else()
    {
        Assert.Equal(ResourceStatus.Updating, AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.InProgress())
            .Decides("WaitForSavepoint", SupervisorStatus.Started).ResourceStatus);
        Assert.Equal(ResourceStatus.Updated, AStartedJob().But(status => status with { ResourceStatus = ResourceStatus.Updating })
            .Decides("FollowJob", SupervisorStatus.Started).ResourceStatus);
    }

    [Fact, Row("6.6 Started 11")]
    public void What_Flink_says_is_its_state()
    {
        Assert.Equal("RESTARTING", AStartedJob().WithFlink(FlinkJobState.Restarting).Decides("ReportRestartingJob", SupervisorStatus.Started).FlinkState);
        Assert.Equal("RUNNING", AStartedJob().But(status => status with { FlinkState = "RESTARTING" }).Decides("FollowJob", SupervisorStatus.Started).FlinkState);
    }
}
