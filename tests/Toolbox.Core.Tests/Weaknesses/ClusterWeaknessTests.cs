using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;
using static Toolbox.Core.Tests.Fixtures.Clusters;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Weaknesses;

/// <summary>What was wrong with clusters in the older toolbox, and is not with ours.</summary>
public class ClusterWeaknessTests
{
    [Fact]
    public void A_stop_ends_although_the_JobManager_is_lost()
    {
        var cluster = AStoppingCluster(StopIntent.Stop).WithJobManagers().WithUnreachableFlink().WithJob(SupervisorStatus.Stopping);
        var noticed = ClusterDecide.Decide(cluster);
        Assert.Equal(("NoticeLostJobManager", ClusterStatus.NoJobManager), (noticed.Rule, noticed.Status.JobManager));
        var job = JobDecide.Decide(AStoppingJob(StopIntent.ClusterStop).WithCluster(SupervisorStatus.Stopping, StopIntent.Stop)
            .WithCluster(item => item with { JobManager = noticed.Status.JobManager }).WithUnreachableFlink());
        Assert.Equal(SupervisorStatus.Stopped, job.Status.SupervisorStatus);
        var stopped = cluster.WithStatus(noticed.Status) with { Jobs = Seq1(new ClusterJob(Jobs.Name, SupervisorStatus.Stopped, 0, true)) };
        Assert.Equal(SupervisorStatus.Stopped, ClusterDecide.Decide(stopped.WithNothingRunning()).Status.SupervisorStatus);
    }

    [Fact]
    public void One_look_without_answer_on_a_quiet_cluster_restarts_nothing()
    {
        var quiet = AStartedCluster().WithUnreachableFlink();
        Assert.True(Moment.Now - quiet.Status.Timestamp.IfNone(Moment.Now) > quiet.ValidSpec().TaskTimeout);
        var decision = ClusterDecide.Decide(quiet);
        Assert.Equal(("WaitForFlink", "HEALTHY", true), (decision.Rule, decision.Status.ClusterHealth, decision.Commands.IsEmpty));
        Assert.Equal(Moment.Now, decision.Status.UnreachableSince);
    }

    [Theory]
    [InlineData(1, 4, 1)]
    [InlineData(5, 4, 2)]
    [InlineData(8, 4, 2)]
    [InlineData(0, 4, 0)]
    public void TaskManagers_are_enough_for_all_slots(int parallelism, int slots, int taskManagers) => Assert.Equal(taskManagers, ClusterScaling.Needed(
        Clusters.Spec with { TaskSlots = slots, RescalePolicy = RescalePolicy.JobParallelism }, Seq1(new ClusterJob("test-job", SupervisorStatus.Starting, parallelism, true))));

    [Fact]
    public void What_a_start_waits_for_is_said()
    {
        var pulling = AStartingCluster().WithEverythingRunning().WithUnreachableFlink(Moment.LongAgo)
            .WithJobManagers(Pods.JobManager.InTrouble("ImagePullBackOff: no such image"));
        var decision = ClusterDecide.Decide(pulling);
        Assert.Equal(Verdict.Stalled, decision.Verdict);
        Assert.Contains("no such image", decision.Status.Decision.Map(last => last.Message).IfNone(""), StringComparison.Ordinal);
        var unscheduled = ClusterDecide.Decide(AStartedCluster()
            .WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2).InTrouble("Unschedulable: no room")).WithFlink(slots: 2));
        Assert.Contains("no room", unscheduled.Status.Decision.Map(last => last.Message).IfNone(""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_TaskManager_that_failed_is_no_replica_and_is_replaced()
    {
        var evicted = ClusterDecide.Decide(AStartedCluster().WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2).Failed()));
        Assert.Equal("RemoveEndedTaskManagers", evicted.Rule);
        Assert.Equal(1, ClusterDecide.Decide(AStartedCluster().WithTaskManagers(Pods.TaskManager(1))).Status.TaskManagerReplicas);
        var leaving = ClusterDecide.Decide(AStartedCluster().WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2).Leaving()));
        Assert.Single(leaving.Commands, command => command is Command.Kubernetes.CreateTaskManagerPod);
    }

    [Fact]
    public void Only_the_surplus_of_idle_TaskManagers_goes()
    {
        var pods = new[] { Pods.TaskManager(1), Pods.TaskManager(2), Pods.TaskManager(3) };
        Assert.Single(ClusterDecide.Decide(AStartedCluster().WithTaskManagers(pods).WithFlink(6, pods)).Commands);
    }

    [Fact]
    public void A_TaskManager_that_no_address_matches_is_not_counted_as_removed()
    {
        var snapshot = AStartedCluster().WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2), Pods.TaskManager(3)) with
        {
            Flink = new Observation<FlinkClusterObservation>.Known(new FlinkClusterObservation("1.20.5", 6, 6, Seq1("elsewhere"))),
        };
        var decision = ClusterDecide.Decide(snapshot);
        Assert.Equal(("KeepSurplusForNow", true, ResourceStatus.Updated), (decision.Rule, decision.Commands.IsEmpty, decision.Status.ResourceStatus));
    }

    [Theory]
    [InlineData("a-job", "a")]
    [InlineData("a-b-job", "a-b")]
    [InlineData("a-b", "a")]
    [InlineData("ab-job", null)]
    public void A_job_belongs_to_the_longest_cluster_name_that_its_own_begins_with(string job, string? cluster) =>
        Assert.Equal(Optional(cluster), JobAssociation.ClusterOf(job, "", ["a", "a-b"]));

    [Fact]
    public void The_cluster_of_a_job_stays_when_another_one_of_a_longer_name_comes() => Assert.Equal("a", JobAssociation.ClusterOf("a-b-job", "a", ["a", "a-b"]));

    [Fact]
    public void A_cluster_never_cancels_a_job_that_it_does_not_know() => Assert.All(Situations.Situations.Snapshots<ClusterSnapshot>(), snapshot =>
        Assert.DoesNotContain(ClusterDecide.Decide(snapshot).Commands, command => command is Command.Flink));

    [Fact]
    public void What_follows_a_stop_is_written_together_with_the_state()
    {
        var status = ClusterDecide.Decide(AStartedCluster().WithChangedRuntime()).Status;
        Assert.Equal((SupervisorStatus.Stopping, StopIntent.Restart), (status.SupervisorStatus, status.StopIntent));
    }

    [Fact]
    public void Each_look_has_one_next_look_as_late_as_the_polling_interval_allows() =>
        Assert.Equal(Moment.Now + Clusters.Spec.PollingInterval, ClusterDecide.Decide(AStartedCluster()).WakeAt);

    [Fact]
    public void An_autoscaler_counts_TaskManagers_only()
    {
        Assert.Contains("role=taskmanager", Labels.Selector("test"), StringComparison.Ordinal);
        Assert.Equal(3, ClusterDecide.Decide(AStartedCluster().WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2), Pods.TaskManager(3))).Status.TaskManagerReplicas);
    }
}
