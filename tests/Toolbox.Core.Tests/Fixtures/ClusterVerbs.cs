using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Fixtures;

/// <summary>What may happen to a cluster, as changes of a snapshot.</summary>
static class ClusterVerbs
{
    public static ClusterSnapshot WithStatus(this ClusterSnapshot snapshot, ClusterStatus status) => snapshot with { Status = status };

    public static ClusterSnapshot But(this ClusterSnapshot snapshot, Func<ClusterStatus, ClusterStatus> change) =>
        snapshot with { Status = change(snapshot.Status) };

    public static ClusterSnapshot WithFinalizer(this ClusterSnapshot snapshot) =>
        snapshot with { Metadata = snapshot.Metadata with { Finalizers = Seq1(Finalizers.Supervisor) } };

    public static ClusterSnapshot WithoutFinalizer(this ClusterSnapshot snapshot) =>
        snapshot with { Metadata = snapshot.Metadata with { Finalizers = Empty } };

    public static ClusterSnapshot Deleted(this ClusterSnapshot snapshot) =>
        snapshot with { Metadata = snapshot.Metadata with { IsDeleting = true } };

    public static ClusterSnapshot WithSpec(this ClusterSnapshot snapshot, Func<ClusterSpec, ClusterSpec> change) =>
        snapshot with { Spec = change(snapshot.ValidSpec()) };

    public static ClusterSnapshot WithChangedRuntime(this ClusterSnapshot snapshot) =>
        snapshot.WithSpec(spec => spec with { Digest = spec.Digest with { Runtime = "runtime-2" } });

    public static ClusterSnapshot WithChangedSupervisor(this ClusterSnapshot snapshot) =>
        snapshot.WithSpec(spec => spec with { Digest = spec.Digest with { Supervisor = "supervisor-2" } });

    public static ClusterSnapshot WithInvalidSpec(this ClusterSnapshot snapshot) =>
        snapshot with { Spec = Seq1(new SpecError("spec.taskManager.taskSlots", "0", "a number of at least 1 is required")) };

    public static ClusterSnapshot Asked(this ClusterSnapshot snapshot, string action, bool withoutSavepoint = false) =>
        snapshot with { Annotation = RequestAnnotation.From(action, withoutSavepoint ? "true" : null) };

    public static ClusterSnapshot WithRecorded(this ClusterSnapshot snapshot, RequestedAction action, bool withoutSavepoint = false) =>
        snapshot.But(status => status with { Request = new Request(action, withoutSavepoint, Moment.JustNow) });

    public static ClusterSnapshot WithJobManagers(this ClusterSnapshot snapshot, params PodObservation[] pods) => snapshot with { JobManagers = pods.ToSeq() };

    public static ClusterSnapshot WithTaskManagers(this ClusterSnapshot snapshot, params PodObservation[] pods) => snapshot with { TaskManagers = pods.ToSeq() };

    public static ClusterSnapshot WithService(this ClusterSnapshot snapshot, Presence presence = Presence.Present) => snapshot with { Service = presence };

    public static ClusterSnapshot WithEverythingRunning(this ClusterSnapshot snapshot) => snapshot
        .WithJobManagers(Pods.JobManager).WithTaskManagers(Pods.TaskManager(1), Pods.TaskManager(2)).WithService().WithFlink(slots: 4);

    public static ClusterSnapshot WithNothingRunning(this ClusterSnapshot snapshot) => snapshot
        .WithJobManagers().WithTaskManagers().WithService(Presence.Absent) with { Flink = new Observation<FlinkClusterObservation>.Absent() };

    public static ClusterSnapshot WithFlink(this ClusterSnapshot snapshot, int slots, params PodObservation[] idle) => snapshot with
    {
        Flink = new Observation<FlinkClusterObservation>.Known(
            new FlinkClusterObservation("1.20.5", slots, slots, idle.ToSeq().Map(pod => pod.Address))),
    };

    public static ClusterSnapshot WithUnreachableFlink(this ClusterSnapshot snapshot, DateTimeOffset? since = null) =>
        (snapshot with { Flink = new Observation<FlinkClusterObservation>.Unreachable("connection refused") })
        .But(status => status with { UnreachableSince = since is { } time ? time : status.UnreachableSince });

    public static ClusterSnapshot WithJob(this ClusterSnapshot snapshot, SupervisorStatus state, int parallelism = 1, bool finalizer = true) =>
        snapshot with { Jobs = snapshot.Jobs.Add(new ClusterJob($"{snapshot.Name}-{snapshot.Jobs.Count + 1}", state, parallelism, finalizer)) };

    public static ClusterSnapshot RescaledJustNow(this ClusterSnapshot snapshot) =>
        snapshot.But(status => status with { RescaleTimestamp = Moment.JustNow });
}
