using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

public class JobStartingRows
{
    [Fact, Row("6.6 Starting 1")]
    public void A_deletion_stops_it_for_good() =>
        Assert.Equal(StopIntent.Delete, AStartingJob().Deleted().Decides("StopWhenDeleted", SupervisorStatus.Stopping).StopIntent);

    [Fact, Row("6.6 Starting 2", Changed = "Whether the cluster stops or restarts is told apart: a job of a restarting cluster always comes back with it.")]
    public void A_cluster_that_goes_takes_it_along()
    {
        AStartingJob().WithCluster(SupervisorStatus.Terminated).Decides("StopWithCluster", SupervisorStatus.Stopping);
        Assert.Equal(StopIntent.ClusterStop, AStartingJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Stop).Decides("StopWithCluster", SupervisorStatus.Stopping).StopIntent);
        Assert.Equal(StopIntent.Resume, AStartingJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Restart).Decides("StopToResumeWithCluster", SupervisorStatus.Stopping).StopIntent);
    }

    [Fact, Row("6.6 Starting 3")]
    public void A_stopped_cluster_takes_it_along() =>
        AStartingJob().WithCluster(SupervisorStatus.Stopped).Decides("StopWithCluster", SupervisorStatus.Stopping);

    [Fact, Row("6.6 Starting 4")]
    public void It_waits_while_the_cluster_starts() =>
        AStartingJob().WithCluster(SupervisorStatus.Starting).Decides("WaitForCluster", SupervisorStatus.Starting);

    [Fact, Row("6.6 Starting 5")]
    public void It_shows_the_health_of_a_started_cluster_only()
    {
        Assert.Equal("HEALTHY", AStartingJob().But(status => status with { ClusterHealth = "" }).Decides("RecordSubmission", SupervisorStatus.Starting, "CreateBootstrapJob").ClusterHealth);
        Assert.Equal("", AStartingJob().WithCluster(SupervisorStatus.Starting).Decides("WaitForCluster", SupervisorStatus.Starting).ClusterHealth);
    }

    [Fact, Row("6.6 Starting 6", Changed = "What cannot be carried out is refused with a reason.")]
    public void A_stop_is_carried_out_and_other_requests_are_refused()
    {
        Assert.Equal(StopIntent.Stop, AStartingJob().WithRecorded(RequestedAction.Stop).Decides("StopWhenRequested", SupervisorStatus.Stopping).StopIntent);
        Assert.NotEqual("", AStartingJob().WithRecorded(RequestedAction.Start).Decides("RefuseStartWhileStarting", SupervisorStatus.Starting).Refusal);
        Assert.NotEqual("", AStartingJob().WithRecorded(RequestedAction.ForgetSavepoint).Decides("RefuseSavepointWhileStarting", SupervisorStatus.Starting).Refusal);
    }

    [Fact, Row("6.6 Starting 7", Changed = "An unhealthy cluster is no end of the job: it waits until Flink answers again.")]
    public void It_waits_while_the_cluster_is_unhealthy() => Assert.Equal("UNHEALTHY",
        AStartingJob().WithCluster(cluster => cluster with { ClusterHealth = "UNHEALTHY" }).Decides("WaitForCluster", SupervisorStatus.Starting).ClusterHealth);

    [Fact, Row("6.6 Starting 8")]
    public void It_waits_until_the_cluster_has_all_its_slots() => Assert.Equal(ResourceStatus.Updating,
        AStartingJob().WithCluster(cluster => cluster with { ResourceStatus = ResourceStatus.Updating }).Decides("WaitForCluster", SupervisorStatus.Starting).ResourceStatus);

    [Fact, Row("6.6 Starting 9", Changed = "It is Updating until Flink has accepted it: until then it is not as declared.")]
    public void It_is_updating_until_it_has_started()
    {
        Assert.Equal(ResourceStatus.Updating, AStartingJob().Decides("RecordSubmission", SupervisorStatus.Starting, "CreateBootstrapJob").ResourceStatus);
        Assert.Equal(ResourceStatus.Updated, ASubmittedJob().But(status => status with { JobId = FlinkId }).Decides("BecomeStarted", SupervisorStatus.Started).ResourceStatus);
    }

    [Fact, Row("6.6 Starting 10", Changed = "The timeout counts from the submission, not from the last change of the status, and says why.")]
    public void A_start_that_takes_too_long_is_given_up()
    {
        var status = ASubmittedJob().But(status => status with { Submission = Jobs.Submission with { Since = Moment.LongAgo } })
            .Decides("GiveUpSlowStart", SupervisorStatus.Stopping);
        Assert.Equal((StopIntent.Fail, "the job was not submitted within the restart timeout"), (status.StopIntent, status.Refusal));
    }

    [Fact, Row("6.6 Starting 11", Changed = "It counts once, for the start that was asked for; later starts take up what they find.")]
    public void A_start_without_savepoint_forgets_what_there_was()
    {
        var status = AStoppedJob(StopIntent.Stop).WithRestorePoint(Savepoint).WithRecorded(RequestedAction.Start, withoutSavepoint: true)
            .Decides("StartWhenRequested", SupervisorStatus.Starting);
        Assert.Equal(("", true, false, true), (status.SavepointPath, status.RestorePoints.IsEmpty, status.WithoutSavepoint, status.Request.IsNone));
    }

    [Fact, Row("6.6 Starting 12", Changed = "It passes through Stopping like every other stop, with the reason Suspend, and rests.")]
    public void Parallelism_zero_suspends_it() =>
        Assert.Equal(StopIntent.Suspend, AStartingJob().WithParallelism(0).Decides("SuspendWithoutParallelism", SupervisorStatus.Stopping).StopIntent);

    [Fact, Row("6.6 Starting 13", Changed = "The submission with its job id is recorded before the bootstrap Job is created, and a repetition has the same id.")]
    public void The_submission_is_recorded_and_its_bootstrap_created()
    {
        var status = AStartingJob().WithRestorePoint(Savepoint).Decides("RecordSubmission", SupervisorStatus.Starting, "CreateBootstrapJob");
        Assert.Equal((FlinkId, 1, Savepoint.Path), status.Submission.Map(last => (last.JobId, last.Parallelism, last.RestorePoint)));
    }

    [Fact, Row("6.6 Starting 14", Changed = "It has started when Flink has the job, whether its bootstrap Job is still there or not.")]
    public void A_reported_id_means_that_it_has_started()
    {
        var accepted = ASubmittedJob().But(status => status with { JobId = FlinkId });
        accepted.Decides("BecomeStarted", SupervisorStatus.Started);
        (accepted with { Bootstrap = BootstrapObservation.Absent }).Decides("BecomeStarted", SupervisorStatus.Started);
    }

    [Fact, Row("6.6 Starting 15")]
    public void It_waits_for_its_bootstrap() => ASubmittedJob().Decides("WaitForBootstrap", SupervisorStatus.Starting);
}
