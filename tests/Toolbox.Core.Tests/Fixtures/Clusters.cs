using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Fixtures;

/// <summary>Valid snapshots of a cluster, one for each state; verbs change them.</summary>
static class Clusters
{
    public const string Name = "test";

    public static readonly ClusterDigest Digest = new("runtime-1", "jobmanager-1", "taskmanager-1", "supervisor-1");

    public static readonly ClusterSpec Spec = new(
        TaskManagers: 2, MinTaskManagers: 0, MaxTaskManagers: 8, TaskSlots: 2, Core.Cluster.ServiceMode.ClusterIP, RescalePolicy.None,
        RescaleDelay: TimeSpan.FromMinutes(1), TaskTimeout: TimeSpan.FromMinutes(5), PollingInterval: TimeSpan.FromSeconds(5),
        SupervisorReplicas: 1, Seq1("/mnt/flink"), Digest);

    public static ClusterSnapshot AnUntouchedCluster() => new(
        new ResourceMetadata("flink", Name, "cluster-uid", 3, "100", IsDeleting: false, Empty), Spec, ClusterStatus.Empty,
        new RequestAnnotation.Nothing(), Empty, Empty, Presence.Absent, new Observation<FlinkClusterObservation>.Absent(), Empty, None, Moment.Now);

    public static ClusterSnapshot ANewCluster() => AnUntouchedCluster().WithFinalizer();

    public static ClusterSnapshot AStartingCluster() => ANewCluster().WithStatus(Running(SupervisorStatus.Starting) with
    {
        ResourceStatus = ResourceStatus.Updating, ClusterHealth = "", JobManager = "", Scaling = None,
    });

    public static ClusterSnapshot AStartedCluster() => ANewCluster().WithStatus(Running(SupervisorStatus.Started)).WithEverythingRunning();

    public static ClusterSnapshot AStoppingCluster(StopIntent intent) => AStartedCluster().WithStatus(Running(SupervisorStatus.Stopping) with
    {
        ResourceStatus = ResourceStatus.Updating, ClusterHealth = "", StopIntent = intent,
    });

    public static ClusterSnapshot AStoppedCluster() => ANewCluster().WithStatus(Running(SupervisorStatus.Stopped) with { ClusterHealth = "", JobManager = "" });

    public static ClusterSnapshot ATerminatedCluster() =>
        ANewCluster().Deleted().WithStatus(Running(SupervisorStatus.Terminated) with { ClusterHealth = "", JobManager = "", StopIntent = StopIntent.Delete });

    static ClusterStatus Running(SupervisorStatus state) => new()
    {
        SupervisorStatus = state,
        ResourceStatus = ResourceStatus.Updated,
        ClusterHealth = "HEALTHY",
        LabelSelector = Labels.Selector(Name),
        ServiceMode = Core.Cluster.ServiceMode.ClusterIP,
        TaskManagers = 2,
        TaskSlots = 2,
        RescaleTimestamp = Moment.LongAgo,
        Digest = Digest,
        Timestamp = Moment.LongAgo,
        Attempt = 1,
        JobManager = Pods.JobManager.Process,
        Scaling = new ScalingMemory(2, 0, 2),
    };
}
