using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;
using static Toolbox.Core.Tests.Fixtures.Deployments;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

/// <summary>What follows from the machines, topic by topic.</summary>
public class ConsequenceRows
{
    [Theory, Row("6.9 1", Changed = "A failed start counts as a failure, so that OnlyIfFailed tries it again.")]
    [InlineData(RestartPolicy.Always, "FINISHED", true)]
    [InlineData(RestartPolicy.Always, "CANCELED", true)]
    [InlineData(RestartPolicy.Always, "FAILED", true)]
    [InlineData(RestartPolicy.OnlyIfFailed, "FINISHED", false)]
    [InlineData(RestartPolicy.OnlyIfFailed, "CANCELED", false)]
    [InlineData(RestartPolicy.OnlyIfFailed, "FAILED", true)]
    [InlineData(RestartPolicy.Never, "FAILED", false)]
    public void The_policy_decides_which_end_is_followed_by_a_restart(RestartPolicy policy, string state, bool restarts)
    {
        var ended = AStoppedJob().But(status => status with { FlinkState = state, JobId = FlinkId }).WithPolicy(policy);
        ended.Decides(restarts ? "RestartByPolicy" : "StayStoppedUntilRequested", restarts ? SupervisorStatus.Starting : SupervisorStatus.Stopped);
        AStoppedJob(StopIntent.Fail).WithPolicy(RestartPolicy.OnlyIfFailed).Decides("RestartByPolicy", SupervisorStatus.Starting);
    }

    [Theory, Row("6.9 2", Changed = "Every job that ran comes back after a restart of its cluster, whatever its policy.")]
    [InlineData(RestartPolicy.Always)]
    [InlineData(RestartPolicy.OnlyIfFailed)]
    [InlineData(RestartPolicy.Never)]
    public void A_job_comes_back_with_a_restarted_cluster(RestartPolicy policy) =>
        AStoppedJob(StopIntent.Resume).WithPolicy(policy).WithCluster(SupervisorStatus.Starting).Decides("ResumeWithCluster", SupervisorStatus.Starting);

    [Fact, Row("6.9 3", Changed = "A bootstrap that Kubernetes gave up is not waited for until the timeout, and its reason is shown.")]
    public void A_failed_start_is_given_up_and_tried_again_after_the_delay()
    {
        var given = ASubmittedJob().WithFailedBootstrap("no such class");
        Assert.Equal("the bootstrap failed: no such class", given.Decides("GiveUpFailedBootstrap", SupervisorStatus.Stopping).Refusal);
        given.Then().Decides("RemoveBootstrap", SupervisorStatus.Stopping, "DeleteBootstrapJob");
        var stopped = given.Then() with { Bootstrap = BootstrapObservation.Absent };
        stopped.Decides("BecomeStopped", SupervisorStatus.Stopped);
        stopped.Then().Decides("WaitForRestartDelay", SupervisorStatus.Stopped);
        (stopped.Then() with { Now = Moment.Now + TimeSpan.FromMinutes(1) }).Decides("RestartByPolicy", SupervisorStatus.Starting);
    }

    [Theory, Row("6.9 4", Changed = "A suspended job rests until its parallelism is above 0 again, whatever its policy; it does not go back and forth.")]
    [InlineData(RestartPolicy.Always)]
    [InlineData(RestartPolicy.Never)]
    public void Parallelism_zero_suspends_a_job_until_it_is_raised(RestartPolicy policy)
    {
        AStartedJob().WithPolicy(policy).WithParallelism(0).Decides("SuspendWithoutParallelism", SupervisorStatus.Stopping);
        var suspended = AStoppedJob(StopIntent.Suspend).WithPolicy(policy);
        Assert.Equal(0, suspended.WithParallelism(0).Decides("StaySuspended", SupervisorStatus.Stopped).JobParallelism);
        suspended.WithParallelism(2).Decides("ResumeWithParallelism", SupervisorStatus.Starting);
    }

    [Fact, Row("6.9 5", Changed = "The newest of savepoint and durable checkpoint counts.")]
    public void A_job_resumes_from_the_newest_restore_point()
    {
        var checkpoint = new RestorePoint("s3://chk-9", RestorePointOrigin.RetainedCheckpoint, Moment.JustNow, FlinkId);
        Assert.Equal(checkpoint.Path, RestorePointOf(AStartingJob().WithRestorePoint(Savepoint).WithRestorePoint(checkpoint)));
        Assert.Equal(Savepoint.Path, RestorePointOf(AStartingJob().WithRestorePoint(Savepoint).WithRestorePoint(checkpoint with { Time = Moment.LongAgo - TimeSpan.FromHours(1) })));
    }

    [Fact, Row("6.9 6")]
    public void A_deleted_job_is_cancelled_without_savepoint() =>
        AStoppingJob(StopIntent.Delete).Deleted().Decides("CancelUnsaved", SupervisorStatus.Stopping, "CancelJob");

    [Fact, Row("6.9 7")]
    public void The_jobs_of_a_deleted_cluster_are_stopped_with_savepoint_and_kept_for_another_one()
    {
        var job = AStartedJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Delete);
        job.Decides("StopWithCluster", SupervisorStatus.Stopping);
        job.Then().Decides("StopWithSavepoint", SupervisorStatus.Stopping, "StopJobWithSavepoint");
        AStoppedJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Terminated).Decides("ReleaseWithCluster", SupervisorStatus.Stopped, "RemoveFinalizer");
        var detached = DetachedJobDecide.Decide(AnUntouchedJob().Metadata, AStoppedJob(StopIntent.ClusterStop).WithRestorePoint(Savepoint).Status, clusterExists: false, Moment.Now);
        Assert.Equal((SupervisorStatus.Unknown, Savepoint.Path), (detached.Status.SupervisorStatus, detached.Status.SavepointPath));
        Assert.Equal(Savepoint.Path, RestorePointOf(ANewJob().WithStatus(detached.Status).Then()));
    }

    [Fact, Row("6.9 8")]
    public void A_deployment_deletes_cluster_and_jobs_together() => Assert.Equal("DeleteCluster, DeleteJob",
        string.Join(", ", DeploymentDecide.Decide(ARunningDeployment().Deleted()).Commands.Map(command => command.GetType().Name).Order()));

    [Fact, Row("6.9 9")]
    public void A_cluster_that_is_stopped_waits_for_its_jobs_before_its_pods_go()
    {
        AStoppingCluster(StopIntent.Stop).WithJob(SupervisorStatus.Stopping).Decides("WaitForJobs", SupervisorStatus.Stopping);
        AStoppingCluster(StopIntent.Stop).WithJob(SupervisorStatus.Stopped)
            .Decides("RemovePods", SupervisorStatus.Stopping, "DeletePod", "DeletePod", "DeletePod", "DeleteJobManagerService");
        var unsaved = AStartedJob().WithCluster(SupervisorStatus.Stopping, StopIntent.Stop).WithCluster(cluster => cluster with { WithoutSavepoint = true });
        unsaved.Then().Decides("CancelUnsaved", SupervisorStatus.Stopping, "CancelJob");
    }

    [Fact, Row("6.9 10")]
    public void A_job_of_a_stopped_cluster_is_deleted_without_Flink()
    {
        var job = AStoppedJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Stopped).WithUnreachableFlink().Deleted();
        job.Decides("StopWhenDeleted", SupervisorStatus.Stopping);
        job.Then().Decides("TerminateJob", SupervisorStatus.Terminated);
    }

    [Fact, Row("6.9 11")]
    public void What_a_deployment_declares_is_created_again()
    {
        Assert.Contains(DeploymentDecide.Decide(ARunningDeployment() with { Cluster = LanguageExt.Prelude.None }).Commands, command => command is Command.Kubernetes.ApplyCluster);
        Assert.Contains(DeploymentDecide.Decide(ARunningDeployment() with { Jobs = LanguageExt.Prelude.Empty }).Commands, command => command is Command.Kubernetes.ApplyJob);
    }

    [Fact, Row("6.9 12", Changed = "Only Flink jobs that we submitted are ever cancelled: a cluster has no command to cancel a job at all.")]
    public void Flink_jobs_of_others_are_left_alone() => Assert.All(Situations.Snapshots<ClusterSnapshot>(), snapshot =>
        Assert.DoesNotContain(ClusterDecide.Decide(snapshot).Commands, command => command is Command.Flink));

    [Fact, Row("6.9 13", Changed = "A lost JobManager is replaced without stopping anything first, and its jobs recover.")]
    public void A_lost_JobManager_is_replaced_by_itself()
    {
        var cluster = AStartedCluster().WithJobManagers().WithUnreachableFlink().WithJob(SupervisorStatus.Started);
        cluster.Decides("RecoverLostJobManager", SupervisorStatus.Starting);
        cluster.Then().Decides("CreateJobManager", SupervisorStatus.Starting, "CreateJobManagerPod");
    }

    [Fact, Row("6.9 14", Changed = "A TaskManager pod that has failed or was evicted is replaced as well.")]
    public void A_lost_TaskManager_is_replaced()
    {
        AStartedCluster().WithTaskManagers(Pods.TaskManager(1)).Decides("CreateTaskManagers", SupervisorStatus.Started, "CreateTaskManagerPod");
        AStartedCluster().WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2).Failed()).Decides("RemoveEndedTaskManagers", SupervisorStatus.Started, "DeletePod");
    }

    [Fact, Row("6.9 15", Changed = "The id is ours and known before the submission, so that a job is found in Flink whose bootstrap died before it reported.")]
    public void A_job_is_found_by_its_id()
    {
        ASubmittedJob().But(status => status with { JobId = FlinkId }).Decides("BecomeStarted", SupervisorStatus.Started);
        Assert.Equal(FlinkId, ASubmittedJob().WithFlink(FlinkJobState.Running).Decides("RecogniseSubmittedJob", SupervisorStatus.Started).JobId);
    }

    static string RestorePointOf(JobSnapshot snapshot) =>
        snapshot.Decides("RecordSubmission", SupervisorStatus.Starting, "CreateBootstrapJob").Submission.Map(last => last.RestorePoint).IfNone("?");
}
