using Toolbox.Core.Explanations;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Explanations;

/// <summary>What an operator is told about resources in typical trouble, word for word.</summary>
public class ExplanationTests
{
    [Fact]
    public void A_job_that_waits_for_its_cluster() => Agreed(
        JobExplaining.Explain(Jobs.AStartingJob().WithCluster(SupervisorStatus.Starting).WithRestorePoint(Jobs.Savepoint), Empty), "waiting_job");

    [Fact]
    public void A_job_whose_savepoint_failed_and_that_must_stop() => Agreed(
        JobExplaining.Explain(Decided(Jobs.AStartedJob().WithChangedBootstrap().WithFailures(2)), Seq1(new ExplainedPod("jobmanager", Pods.JobManager))), "stalled_job");

    [Fact]
    public void A_job_whose_Flink_cannot_be_asked_from_here() => Agreed(
        JobExplaining.Explain(Jobs.AStartedJob().WithUnreachableFlink(), Empty), "unreachable_Flink");

    [Fact]
    public void A_job_without_cluster() => Agreed(JobExplaining.Explain(Jobs.ANewJob().WithoutCluster(), Empty), "job_without_cluster");

    [Fact]
    public void A_cluster_that_starts_and_whose_pod_is_in_trouble() => Agreed(
        ClusterExplaining.Explain(
            Clusters.AStartingCluster().WithJobManagers(Pods.JobManager.InTrouble("ImagePullBackOff: Back-off pulling image"))
                .WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2)).WithService().WithUnreachableFlink(Moment.JustNow),
            Supervisions.ASupervision(), Seq1(Pods.JobManager with { Name = "supervisor-test-1" })),
        "starting_cluster");

    [Fact]
    public void A_request_that_is_refused() => Agreed(
        JobExplaining.Explain(Jobs.AStoppedJob(StopIntent.Stop).WithRecorded(RequestedAction.Stop), Empty), "refused_request");

    [Fact]
    public void A_deployment_whose_child_is_in_trouble() => Agreed(
        DeploymentExplaining.Explain(Deployments.ARunningDeployment().WithJobs(child => child with { Trouble = "the job has failed", IsReady = false })),
        "troubled_deployment");

    /// <summary>Status and conditions as the supervisor has written them.</summary>
    static JobSnapshot Decided(JobSnapshot snapshot) => snapshot.WithStatus(JobDecide.Decide(snapshot).Status);

    static void Agreed(Explanation explanation, string name) => Golden.Match(ExplanationText.Of(explanation), $"Explanations_{name}");
}
