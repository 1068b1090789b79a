using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

public class BootstrapRows
{
    [Fact, Row("6.10 1")]
    public void A_bootstrap_Job_is_created_once_the_cluster_is_ready()
    {
        AStartingJob().Decides("RecordSubmission", SupervisorStatus.Starting, "CreateBootstrapJob");
        AStartingJob().WithCluster(cluster => cluster with { ResourceStatus = ResourceStatus.Updating }).Decides("WaitForCluster", SupervisorStatus.Starting);
        AStartingJob().WithParallelism(0).Decides("SuspendWithoutParallelism", SupervisorStatus.Stopping);
        AStartingJob().WithStaleBootstrap().Decides("RemoveStaleBootstrap", SupervisorStatus.Starting, "DeleteBootstrapJob");
    }

    [Fact, Row("6.10 2", Changed = "A Job that is created again has the recorded submission with the same job id, which Flink accepts once; its failure is read.")]
    public void A_bootstrap_Job_that_went_is_created_again_for_the_same_submission()
    {
        var gone = ASubmittedJob() with { Bootstrap = BootstrapObservation.Absent };
        var status = gone.Decides("CreateBootstrapAgain", SupervisorStatus.Starting, "CreateBootstrapJob");
        Assert.Equal(gone.Status.Submission, status.Submission);
        ASubmittedJob().WithFailedBootstrap("no such jar").Decides("GiveUpFailedBootstrap", SupervisorStatus.Stopping);
    }

    [Fact, Row("6.10 3", Changed = "Also that Flink has the job under its id is success, whether the bootstrap Job is still there or not.")]
    public void It_has_succeeded_when_the_id_is_reported_or_Flink_has_the_job()
    {
        var reported = ASubmittedJob().But(status => status with { JobId = FlinkId }) with { Bootstrap = BootstrapObservation.Absent };
        reported.Decides("BecomeStarted", SupervisorStatus.Started);
        (ASubmittedJob() with { Bootstrap = BootstrapObservation.Absent }).WithFlink(FlinkJobState.Pending).Decides("RecogniseSubmittedJob", SupervisorStatus.Started);
    }

    [Fact, Row("6.10 4", Changed = "The timeout counts from the submission: nothing that happens meanwhile moves it.")]
    public void It_is_given_up_after_the_restart_timeout() => ASubmittedJob().ChangedJustNow()
        .But(status => status with { Submission = Jobs.Submission with { Since = Moment.LongAgo } }).Decides("GiveUpSlowStart", SupervisorStatus.Stopping);

    [Fact, Row("6.10 5")]
    public void It_stays_while_the_job_runs() =>
        AStartedJob().WithBootstrap(bootstrap => bootstrap with { HasSucceeded = true }).Decides("FollowJob", SupervisorStatus.Started);

    [Fact, Row("6.10 6")]
    public void It_is_deleted_before_a_job_is_cancelled_and_when_it_has_stopped()
    {
        AStoppingJob(StopIntent.Stop).WithBootstrap().Decides("RemoveBootstrap", SupervisorStatus.Stopping, "DeleteBootstrapJob");
        AStoppingJob(StopIntent.Stop).WithLeavingBootstrap().Decides("WaitForBootstrapToLeave", SupervisorStatus.Stopping);
        AStoppedJob(StopIntent.Stop).WithBootstrap().Decides("RemoveBootstrapWhenStopped", SupervisorStatus.Stopped, "DeleteBootstrapJob");
    }
}
