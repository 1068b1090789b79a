using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Silence;

public class SilenceTests
{
    static readonly TimeSpan PollingInterval = Clusters.Spec.PollingInterval;

    [Fact]
    public void Ten_minutes_without_Flink_restart_nothing_and_cost_two_status_writes()
    {
        var world = Settled();
        world.Answers = false;
        world.RunUntil(world.Now + PollingInterval);
        Assert.Equal((1, 1), (world.ClusterWrites, world.JobWrites));
        Assert.True(IsTrue(world.Cluster.Conditions, "Reconciling") && IsTrue(world.Job.Conditions, "Reconciling"));
        world.RunUntil(world.Now + TimeSpan.FromMinutes(10));
        Assert.Equal((2, 2), (world.ClusterWrites, world.JobWrites));
        Assert.Equal(("UNHEALTHY", "UNHEALTHY"), (world.Cluster.ClusterHealth, world.Job.ClusterHealth));
        Assert.True(IsTrue(world.Cluster.Conditions, "Stalled") && IsTrue(world.Job.Conditions, "Stalled"));
        Assert.Equal((SupervisorStatus.Started, SupervisorStatus.Started, 1), (world.Cluster.SupervisorStatus, world.Job.SupervisorStatus, world.Cluster.Attempt));
        Assert.Equal((Jobs.FlinkId, 1), (world.Job.JobId, world.Job.Attempt));
        Assert.Empty(world.Commands);
    }

    [Fact]
    public void Recovery_is_noticed_within_one_look()
    {
        var world = Settled();
        world.Answers = false;
        world.RunUntil(world.Now + TimeSpan.FromMinutes(10));
        (world.ClusterWrites, world.JobWrites, world.Answers) = (0, 0, true);
        world.RunUntil(world.Now + PollingInterval);
        Assert.Equal((1, 1), (world.ClusterWrites, world.JobWrites));
        Assert.Equal(("HEALTHY", "HEALTHY"), (world.Cluster.ClusterHealth, world.Job.ClusterHealth));
        Assert.True(IsTrue(world.Cluster.Conditions, "Ready") && IsTrue(world.Job.Conditions, "Ready"));
        Assert.Empty(world.Commands);
    }

    [Fact]
    public void A_cluster_at_rest_is_looked_at_and_nothing_is_written()
    {
        var world = Settled();
        world.RunUntil(world.Now + TimeSpan.FromMinutes(10));
        Assert.Equal((0, 0), (world.ClusterWrites, world.JobWrites));
    }

    static SilentFlink Settled()
    {
        var world = new SilentFlink();
        world.RunUntil(Moment.Now + TimeSpan.FromMinutes(1));
        (world.ClusterWrites, world.JobWrites) = (0, 0);
        return world;
    }

    static bool IsTrue(LanguageExt.Seq<Condition> conditions, string type) => conditions.Exists(condition => condition.Type == type && condition.Status);
}
