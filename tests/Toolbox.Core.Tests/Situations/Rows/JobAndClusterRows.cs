using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

/// <summary>What a job does in each state of its cluster; a job whose cluster is absent is the operator's, see the last test.</summary>
public class JobAndClusterRows
{
    [Theory, Row("6.11 Unknown")]
    [InlineData(SupervisorStatus.Unknown, "Initialise", SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Starting, "Initialise", SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Started, "Initialise", SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Stopping, "Initialise", SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Stopped, "Initialise", SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Terminated, "WaitForLivingCluster", SupervisorStatus.Unknown)]
    public void A_new_job(SupervisorStatus cluster, string rule, SupervisorStatus next) => ANewJob().WithCluster(cluster).Decides(rule, next);

    [Theory, Row("6.11 Starting")]
    [InlineData(SupervisorStatus.Unknown, "WaitForCluster", SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Starting, "WaitForCluster", SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Stopping, "StopWithCluster", SupervisorStatus.Stopping)]
    [InlineData(SupervisorStatus.Stopped, "StopWithCluster", SupervisorStatus.Stopping)]
    [InlineData(SupervisorStatus.Terminated, "StopWithCluster", SupervisorStatus.Stopping)]
    public void A_starting_job(SupervisorStatus cluster, string rule, SupervisorStatus next)
    {
        AStartingJob().WithCluster(cluster).Decides(rule, next);
        AStartingJob().Decides("RecordSubmission", SupervisorStatus.Starting, "CreateBootstrapJob");
    }

    [Theory, Row("6.11 Started", Changed = "A starting cluster has lost its JobManager: the job waits for the new one instead of stopping.")]
    [InlineData(SupervisorStatus.Unknown, "WaitForFlink", SupervisorStatus.Started)]
    [InlineData(SupervisorStatus.Starting, "WaitForFlink", SupervisorStatus.Started)]
    [InlineData(SupervisorStatus.Stopping, "StopWithCluster", SupervisorStatus.Stopping)]
    [InlineData(SupervisorStatus.Stopped, "StopWithCluster", SupervisorStatus.Stopping)]
    [InlineData(SupervisorStatus.Terminated, "StopWithCluster", SupervisorStatus.Stopping)]
    public void A_started_job(SupervisorStatus cluster, string rule, SupervisorStatus next)
    {
        AStartedJob().WithCluster(cluster).WithUnreachableFlink().Decides(rule, next);
        AStartedJob().Decides("FollowJob", SupervisorStatus.Started);
    }

    [Theory, Row("6.11 Stopping", Changed = "Where the cluster has stopped nothing can run any more, and nothing is left to cancel.")]
    [InlineData(SupervisorStatus.Unknown, true)]
    [InlineData(SupervisorStatus.Starting, true)]
    [InlineData(SupervisorStatus.Started, true)]
    [InlineData(SupervisorStatus.Stopping, true)]
    [InlineData(SupervisorStatus.Stopped, false)]
    [InlineData(SupervisorStatus.Terminated, false)]
    public void A_stopping_job(SupervisorStatus cluster, bool runs)
    {
        var stopping = AStoppingJob(StopIntent.Stop).WithMode(SavepointMode.Manual).WithCluster(cluster);
        if (runs) stopping.Decides("CancelUnsaved", SupervisorStatus.Stopping, "CancelJob");
        else stopping.WithUnreachableFlink().Decides("BecomeStopped", SupervisorStatus.Stopped);
    }

    [Theory, Row("6.11 Stopped")]
    [InlineData(SupervisorStatus.Unknown, "WaitForClusterToRun", SupervisorStatus.Stopped)]
    [InlineData(SupervisorStatus.Starting, "ResumeWithCluster", SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Started, "ResumeWithCluster", SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Stopping, "WaitForClusterToRun", SupervisorStatus.Stopped)]
    [InlineData(SupervisorStatus.Stopped, "WaitForClusterToRun", SupervisorStatus.Stopped)]
    public void A_stopped_job(SupervisorStatus cluster, string rule, SupervisorStatus next)
    {
        AStoppedJob(StopIntent.ClusterStop).WithCluster(cluster).Decides(rule, next);
        AStoppedJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Terminated).Decides("ReleaseWithCluster", SupervisorStatus.Stopped, "RemoveFinalizer");
    }

    [Theory, Row("6.11 Terminated")]
    [InlineData(SupervisorStatus.Unknown)]
    [InlineData(SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Started)]
    [InlineData(SupervisorStatus.Stopping)]
    [InlineData(SupervisorStatus.Stopped)]
    [InlineData(SupervisorStatus.Terminated)]
    public void A_terminated_job(SupervisorStatus cluster) =>
        ATerminatedJob().WithCluster(cluster).Decides("RemoveFinalizer", SupervisorStatus.Terminated, "RemoveFinalizer");

    [Fact, Row("6.11 absent", Changed = "A deleted job whose cluster is gone loses its finalizer, as nobody else would take it.")]
    public void Without_a_cluster_every_job_is_unknown()
    {
        foreach (var job in new[] { ANewJob(), AStartingJob(), AStartedJob(), AStoppingJob(StopIntent.Stop), AStoppedJob(StopIntent.Stop) })
            Assert.Equal(SupervisorStatus.Unknown, DetachedJobDecide.Decide(job.Metadata, job.Status, clusterExists: false, Moment.Now).Status.SupervisorStatus);
        var deleted = ATerminatedJob();
        Assert.Single(DetachedJobDecide.Decide(deleted.Metadata, deleted.Status, clusterExists: false, Moment.Now).Commands);
    }
}
