using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

/// <summary>The named truths that the cluster's rules read; computed once for each decision.</summary>
public sealed record ClusterFacts
{
    public required bool IsDeleting { get; init; }
    public required bool HasFinalizer { get; init; }
    public required bool SpecIsValid { get; init; }
    public required bool SpecIsChanged { get; init; }
    public required RequestFact Request { get; init; }
    public required JobManagerFact JobManager { get; init; }
    /// <summary>The status says already that the JobManager is gone.</summary>
    public required bool JobManagerIsKnownToBeGone { get; init; }

    public required Presence Service { get; init; }
    public required bool FlinkAnswers { get; init; }
    public required bool FlinkIsSilentTooLong { get; init; }
    public required bool AllJobsHaveStopped { get; init; }
    public required bool AllJobsHaveLeft { get; init; }
    public required bool PodsRemain { get; init; }
    public required StopIntent Intent { get; init; }
    public required bool TargetIsDeclared { get; init; }
    public required TaskManagerFact TaskManagers { get; init; }
    public required bool RescaleDelayIsOver { get; init; }
    public required bool SlotsAreReady { get; init; }

    public bool RestartIsIntended => Intent is StopIntent.Restart or StopIntent.RestartEmpty;

    public static ClusterFacts From(ClusterSnapshot snapshot)
    {
        var status = snapshot.Status;
        var spec = snapshot.Spec.Case as ClusterSpec;
        var scaling = spec is null ? null : ClusterScaling.Next(spec, snapshot.Jobs, status.Scaling);
        var known = snapshot.Flink as Observation<FlinkClusterObservation>.Known;
        return new ClusterFacts
        {
            IsDeleting = snapshot.Metadata.IsDeleting,
            HasFinalizer = snapshot.Metadata.HasFinalizer(Finalizers.Supervisor),
            SpecIsValid = spec is not null,
            SpecIsChanged = spec is not null && status.Digest.Exists(digest => digest with { Supervisor = "" } != spec.Digest with { Supervisor = "" }),
            Request = Requests.Fact(snapshot.Annotation, status.Request),
            JobManager = JobManagerOf(snapshot),
            JobManagerIsKnownToBeGone = status.JobManager == ClusterStatus.NoJobManager,
            Service = snapshot.Service,
            FlinkAnswers = known is not null,
            FlinkIsSilentTooLong = spec is not null && known is null
                && status.UnreachableSince.Exists(since => snapshot.Now - since > spec.TaskTimeout),
            AllJobsHaveStopped = snapshot.Jobs.ForAll(job => job.HasStopped),
            AllJobsHaveLeft = snapshot.Jobs.ForAll(job => !job.HasFinalizer),
            PodsRemain = !snapshot.JobManagers.IsEmpty || !snapshot.TaskManagers.IsEmpty || snapshot.Service != Presence.Absent,
            Intent = status.StopIntent.IfNone(StopIntent.Stop),
            TargetIsDeclared = spec is null || scaling is null || spec.Clamp(spec.TaskManagers) == scaling.Target,
            TaskManagers = scaling is null ? TaskManagerFact.Enough : TaskManagersOf(snapshot, scaling.Target),
            RescaleDelayIsOver = spec is not null && status.RescaleTimestamp.Match(time => snapshot.Now - time > spec.RescaleDelay, () => true),
            SlotsAreReady = spec is null || scaling is null || (known is not null && known.Value.SlotsTotal >= scaling.Target * spec.TaskSlots),
        };
    }

    static JobManagerFact JobManagerOf(ClusterSnapshot snapshot)
    {
        var pods = snapshot.JobManagers;
        if (pods.IsEmpty) return JobManagerFact.Absent;
        if (pods.Count > 1) return JobManagerFact.Many;
        var pod = pods.Head;
        if (pod.IsDeleting) return JobManagerFact.Terminating;
        if (pod.HasEnded) return JobManagerFact.Ended;
        return snapshot.Status.JobManager == pod.Process ? JobManagerFact.Same : JobManagerFact.Changed;
    }

    static TaskManagerFact TaskManagersOf(ClusterSnapshot snapshot, int target)
    {
        if (snapshot.TaskManagers.Exists(pod => pod.HasEnded && !pod.IsDeleting)) return TaskManagerFact.SomeEnded;
        var alive = snapshot.TaskManagers.Count(pod => !pod.IsDeleting && !pod.HasEnded);
        if (alive < target) return TaskManagerFact.Missing;
        if (alive == target) return TaskManagerFact.Enough;
        return TaskManagerSelection.Idle(snapshot).IsEmpty ? TaskManagerFact.SurplusBusy : TaskManagerFact.SurplusIdle;
    }
}
