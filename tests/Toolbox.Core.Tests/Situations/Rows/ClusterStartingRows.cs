using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations.Rows;

public class ClusterStartingRows
{
    [Fact, Row("6.3 Starting 1")]
    public void A_deletion_stops_it_for_good() =>
        Assert.Equal(StopIntent.Delete, AStartingCluster().Deleted().Decides("StopWhenDeleted", SupervisorStatus.Stopping).StopIntent);

    [Theory, Row("6.3 Starting 2")]
    [InlineData("runtime-2", "jobmanager-1", "taskmanager-1")]
    [InlineData("runtime-1", "jobmanager-2", "taskmanager-1")]
    [InlineData("runtime-1", "jobmanager-1", "taskmanager-2")]
    public void A_changed_part_of_the_spec_restarts_it(string runtime, string jobManager, string taskManager) => Assert.Equal(StopIntent.Restart,
        AStartingCluster().WithSpec(spec => spec with { Digest = new ClusterDigest(runtime, jobManager, taskManager, "supervisor-1") })
            .Decides("RestartWhenSpecChanges", SupervisorStatus.Stopping).StopIntent);

    [Fact, Row("6.3 Starting 3", Changed = "What is not carried out is refused with a reason that the status shows, not only logged.")]
    public void A_stop_is_carried_out_and_other_requests_are_refused()
    {
        var stopping = AStartingCluster().WithRecorded(RequestedAction.Stop).Decides("StopWhenRequested", SupervisorStatus.Stopping);
        Assert.Equal((StopIntent.Stop, true), (stopping.StopIntent, stopping.Request.IsNone));
        var refused = AStartingCluster().WithRecorded(RequestedAction.Start).Decides("RefuseStartWhileStarting", SupervisorStatus.Starting);
        Assert.Equal(("the cluster is starting already", true), (refused.Refusal, refused.Request.IsNone));
    }

    [Fact, Row("6.3 Starting 4")]
    public void Its_health_is_blank() => Assert.Equal("",
        AStoppingCluster(StopIntent.Restart).WithNothingRunning().But(status => status with { ClusterHealth = "HEALTHY" })
            .Decides("StartAgain", SupervisorStatus.Starting).ClusterHealth);

    [Fact, Row("6.3 Starting 5", Changed = "A JobManager that ended or is one too many is removed; one that leaves is waited for.")]
    public void There_is_one_JobManager_pod()
    {
        AStartingCluster().WithService().Decides("CreateJobManager", SupervisorStatus.Starting, "CreateJobManagerPod");
        AStartingCluster().WithJobManagers(Pods.JobManager, Pods.JobManager with { Name = "second", Uid = "second" })
            .Decides("RemoveBrokenJobManager", SupervisorStatus.Starting, "DeletePod", "DeletePod");
        AStartingCluster().WithJobManagers(Pods.JobManager.Leaving()).Decides("WaitForOldJobManager", SupervisorStatus.Starting);
    }

    [Fact, Row("6.3 Starting 6")]
    public void A_missing_Service_is_created() =>
        AStartingCluster().WithJobManagers(Pods.JobManager).Decides("CreateService", SupervisorStatus.Starting, "CreateJobManagerService");

    [Fact, Row("6.3 Starting 7", Changed = "After the task timeout the status says that the start is stalled; nothing is given up.")]
    public void It_waits_until_the_JobManager_answers()
    {
        var waiting = AStartingCluster().WithEverythingRunning().WithUnreachableFlink();
        waiting.Decides("WaitForJobManager", SupervisorStatus.Starting);
        waiting.WithUnreachableFlink(Moment.LongAgo).Decides("StallOnSilentJobManager", SupervisorStatus.Starting);
    }

    [Fact, Row("6.3 Starting 8", Changed = "Only Flink jobs that we submitted are ever cancelled; a JobManager that has others starts all the same.")]
    public void Flink_jobs_of_others_are_left_alone() =>
        AStartingCluster().WithEverythingRunning().WithFlink(slots: 4).Decides("BecomeStarted", SupervisorStatus.Started);

    [Fact, Row("6.3 Starting 9")]
    public void It_has_started_when_the_JobManager_answers()
    {
        var status = AStartingCluster().WithEverythingRunning().Decides("BecomeStarted", SupervisorStatus.Started);
        Assert.Equal((ResourceStatus.Updating, Pods.JobManager.Process), (status.ResourceStatus, status.JobManager));
    }
}
