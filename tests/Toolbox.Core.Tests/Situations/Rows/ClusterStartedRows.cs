using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations.Rows;

public class ClusterStartedRows
{
    [Fact, Row("6.3 Started 1")]
    public void A_deletion_stops_it_for_good() =>
        Assert.Equal(StopIntent.Delete, AStartedCluster().Deleted().Decides("StopWhenDeleted", SupervisorStatus.Stopping).StopIntent);

    [Fact, Row("6.3 Started 2", Changed = "A lost JobManager leads to Starting at once, as its jobs are gone with it; a lost Service is created again without a restart.")]
    public void What_is_lost_comes_back()
    {
        Assert.Equal(2, AStartedCluster().WithJobManagers().Decides("RecoverLostJobManager", SupervisorStatus.Starting).Attempt);
        AStartedCluster().WithJobManagers(Pods.JobManager, Pods.JobManager with { Uid = "second" }).Decides("RecoverLostJobManager", SupervisorStatus.Starting);
        AStartedCluster().WithService(Presence.Absent).Decides("CreateService", SupervisorStatus.Started, "CreateJobManagerService");
    }

    [Fact, Row("6.3 Started 3")]
    public void A_changed_spec_restarts_it() =>
        Assert.Equal(StopIntent.Restart, AStartedCluster().WithChangedRuntime().Decides("RestartWhenSpecChanges", SupervisorStatus.Stopping).StopIntent);

    [Fact, Row("6.3 Started 4", Changed = "Requests that a cluster cannot carry out are refused with a reason.")]
    public void A_start_restarts_it_a_stop_stops_it_and_others_are_refused()
    {
        Assert.Equal(StopIntent.Restart, AStartedCluster().WithRecorded(RequestedAction.Start).Decides("RestartWhenRequested", SupervisorStatus.Stopping).StopIntent);
        Assert.Equal(StopIntent.Stop, AStartedCluster().WithRecorded(RequestedAction.Stop).Decides("StopWhenRequested", SupervisorStatus.Stopping).StopIntent);
        Assert.NotEqual("", AStartedCluster().WithRecorded(RequestedAction.TriggerSavepoint).Decides("RefuseSavepointRequest", SupervisorStatus.Started).Refusal);
    }

    [Fact, Row("6.3 Started 5", Changed = "A silent Flink is no verdict: the cluster is UNHEALTHY and goes on; the time counts from the first look without answer.")]
    public void A_silent_Flink_makes_it_unhealthy_and_restarts_nothing() => Assert.Equal("UNHEALTHY",
        AStartedCluster().WithUnreachableFlink(Moment.LongAgo).Decides("MarkUnhealthy", SupervisorStatus.Started).ClusterHealth);

    [Fact, Row("6.3 Started 6")]
    public void An_answering_Flink_makes_it_healthy() => Assert.Equal("HEALTHY",
        AStartedCluster().But(status => status with { ClusterHealth = "UNHEALTHY" }).Decides("FollowHealth", SupervisorStatus.Started).ClusterHealth);

    [Fact, Row("6.3 Started 7")]
    public void The_number_of_TaskManagers_that_jobs_need_is_declared()
    {
        var status = NeedingFour().WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2), Pods.TaskManager(3), Pods.TaskManager(4)).WithFlink(8)
            .Decides("DeclareTaskManagers", SupervisorStatus.Started, "ScaleTaskManagers");
        Assert.Equal((4, Moment.Now), (status.TaskManagers, status.RescaleTimestamp));
    }

    [Fact, Row("6.3 Started 8", Changed = "Pods are created before the number is declared, so that nobody waits for the write to come back.")]
    public void Missing_TaskManagers_are_created()
    {
        var status = NeedingFour().Decides("CreateTaskManagers", SupervisorStatus.Started, "CreateTaskManagerPod", "CreateTaskManagerPod");
        Assert.Equal((ResourceStatus.Updating, Moment.Now), (status.ResourceStatus, status.RescaleTimestamp));
    }

    [Fact, Row("6.3 Started 9", Changed = "Only the surplus goes, not everything that is idle.")]
    public void Idle_TaskManagers_beyond_the_number_go_after_the_rescale_delay()
    {
        var surplus = AStartedCluster().WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2), Pods.TaskManager(3))
            .WithFlink(6, Pods.TaskManager(1), Pods.TaskManager(2), Pods.TaskManager(3));
        surplus.Decides("RemoveIdleTaskManagers", SupervisorStatus.Started, "DeletePod");
        surplus.RescaledJustNow().Decides("KeepSurplusForNow", SupervisorStatus.Started);
    }

    [Fact, Row("6.3 Started 10")]
    public void Without_all_its_slots_it_is_updating() => Assert.Equal(ResourceStatus.Updating,
        AStartedCluster().WithFlink(slots: 2).Decides("WaitForTaskManagers", SupervisorStatus.Started).ResourceStatus);

    [Fact, Row("6.3 Started 11")]
    public void With_all_its_slots_it_is_updated() => Assert.Equal(ResourceStatus.Updated,
        AStartedCluster().But(status => status with { ResourceStatus = ResourceStatus.Updating }).Decides("FollowHealth", SupervisorStatus.Started).ResourceStatus);

    [Theory, Row("6.3 Started 12")]
    [InlineData(SupervisorStatus.Starting)]
    [InlineData(SupervisorStatus.Stopping)]
    public void Jobs_on_their_way_change_nothing_about_it(SupervisorStatus job) =>
        AStartedCluster().WithJob(job).Decides("FollowHealth", SupervisorStatus.Started);

    [Fact, Row("6.3 Started 13", Changed = "Flink jobs that we did not submit are never cancelled.")]
    public void Nothing_is_cancelled_when_all_is_well() => AStartedCluster().WithJob(SupervisorStatus.Started).Decides("FollowHealth", SupervisorStatus.Started);

    static ClusterSnapshot NeedingFour() =>
        AStartedCluster().WithSpec(spec => spec with { RescalePolicy = RescalePolicy.JobParallelism }).WithJob(SupervisorStatus.Starting, 7);
}
