using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

public static partial class ClusterRules
{
    /// <summary>Flink runs: follow its health, scale it, and notice when its JobManager is another process than before.</summary>
    public static readonly ClusterRuleTable Started = new(SupervisorStatus.Started,
        new(nameof(StopWhenDeleted), facts => facts.IsDeleting, StopWhenDeleted, SupervisorStatus.Stopping),
        new(nameof(RestartWhenSpecChanges), facts => facts.SpecIsChanged, RestartWhenSpecChanges, SupervisorStatus.Stopping),
        ClusterRequestRules.RefuseUnknownRequest(SupervisorStatus.Started),
        ClusterRequestRules.RecordRequest(SupervisorStatus.Started),
        ClusterRequestRules.ResetRequestedAction(SupervisorStatus.Started),
        new(nameof(StopWhenRequested), facts => facts.Request == RequestFact.Stop, StopWhenRequested, SupervisorStatus.Stopping),
        new(nameof(RestartWhenRequested), facts => facts.Request == RequestFact.Start, RestartWhenRequested, SupervisorStatus.Stopping),
        ClusterRequestRules.RefuseSavepointRequest(SupervisorStatus.Started),
        new(nameof(StallOnInvalidSpec), facts => !facts.SpecIsValid, StallOnInvalidSpec, SupervisorStatus.Started),
        new(nameof(RecoverLostJobManager), facts => facts.JobManager != JobManagerFact.Same, RecoverLostJobManager, SupervisorStatus.Starting),
        new(nameof(CreateService), facts => facts.Service == Presence.Absent, CreateService, SupervisorStatus.Started),
        new(nameof(RemoveEndedTaskManagers), facts => facts.TaskManagers == TaskManagerFact.SomeEnded, RemoveEndedTaskManagers, SupervisorStatus.Started),
        new(nameof(CreateTaskManagers), facts => facts.TaskManagers == TaskManagerFact.Missing, CreateTaskManagers, SupervisorStatus.Started),
        new(nameof(DeclareTaskManagers), facts => !facts.TargetIsDeclared, DeclareTaskManagers, SupervisorStatus.Started),
        new(nameof(MarkUnhealthy), facts => facts.FlinkIsSilentTooLong, MarkUnhealthy, SupervisorStatus.Started),
        new(nameof(WaitForFlink), facts => !facts.FlinkAnswers, WaitForFlink, SupervisorStatus.Started),
        new(nameof(RemoveIdleTaskManagers), facts => facts is { TaskManagers: TaskManagerFact.SurplusIdle, RescaleDelayIsOver: true }, RemoveIdleTaskManagers, SupervisorStatus.Started),
        new(nameof(WaitForTaskManagers), facts => !facts.SlotsAreReady, WaitForTaskManagers, SupervisorStatus.Started),
        new(nameof(KeepSurplusForNow), facts => facts.TaskManagers is TaskManagerFact.SurplusIdle or TaskManagerFact.SurplusBusy, KeepSurplusForNow, SupervisorStatus.Started),
        new(nameof(FollowHealth), _ => true, FollowHealth, SupervisorStatus.Started));

    static ClusterConclusion RestartWhenRequested(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stop(snapshot.AsksToGoUnsaved() ? StopIntent.RestartEmpty : StopIntent.Restart, "a restart was requested", snapshot.AsksToGoUnsaved()).Serve();

    // Kubernetes says so, not a failed call. Without high availability the jobs went with the process; they recover by themselves.
    static ClusterConclusion RecoverLostJobManager(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the JobManager is gone or was restarted", status => status with
        {
            SupervisorStatus = SupervisorStatus.Starting,
            ResourceStatus = ResourceStatus.Updating,
            ClusterHealth = "",
            JobManager = "",
            UnreachableSince = Option<DateTimeOffset>.None,
            Attempt = status.Attempt + 1,
        });

    static ClusterConclusion DeclareTaskManagers(ClusterSnapshot snapshot, ClusterFacts facts)
    {
        var scaling = ClusterScaling.Next(snapshot.ValidSpec(), snapshot.Jobs, snapshot.Status.Scaling);
        return snapshot.Stay(Verdict.Reconciling, $"the cluster needs {scaling.Target} TaskManagers instead of {scaling.Declared}",
                status => status with { Scaling = scaling, TaskManagers = scaling.Target, RescaleTimestamp = snapshot.Now })
            .Do(new Command.Kubernetes.ScaleTaskManagers(snapshot.Name, scaling.Target));
    }

    // A silent JobManager is restarted by the kubelet's liveness probe if it hangs; restarting it from here would cost the jobs.
    static ClusterConclusion MarkUnhealthy(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Stalled, "Flink does not answer within the task timeout; nothing is restarted for that alone",
                status => status with { ClusterHealth = "UNHEALTHY" })
            .LookAgainAt(snapshot.Now + snapshot.ValidSpec().PollingInterval);

    static ClusterConclusion WaitForFlink(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "Flink does not answer", status => status with { UnreachableSince = status.UnreachableSince || snapshot.Now })
            .LookAgainAt(snapshot.Now + snapshot.ValidSpec().PollingInterval);

    static ClusterConclusion RemoveIdleTaskManagers(ClusterSnapshot snapshot, ClusterFacts facts)
    {
        var scaling = ClusterScaling.Next(snapshot.ValidSpec(), snapshot.Jobs, snapshot.Status.Scaling);
        return snapshot.Stay(Verdict.Reconciling, "idle TaskManagers beyond the wanted number are removed", status => status with
            {
                Scaling = scaling,
                TaskManagers = scaling.Target,
                RescaleTimestamp = snapshot.Now,
            })
            .Do(TaskManagerSelection.RemoveSurplus(snapshot, scaling.Target));
    }

    static ClusterConclusion WaitForTaskManagers(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, MissingSlots(snapshot),
                status => Healthy(snapshot, status) with { ResourceStatus = ResourceStatus.Updating })
            .LookAgainAt(snapshot.Now + StartingInterval);

    static string MissingSlots(ClusterSnapshot snapshot) =>
        snapshot.TaskManagers.Find(pod => pod.Trouble.Length > 0).Match(pod => $"pod {pod.Name}: {pod.Trouble}", () => "not all task slots are there yet");

    static ClusterConclusion KeepSurplusForNow(ClusterSnapshot snapshot, ClusterFacts facts)
    {
        var spec = snapshot.ValidSpec();
        var over = snapshot.Status.RescaleTimestamp.Map(time => time + spec.RescaleDelay + TimeSpan.FromMilliseconds(1)).IfNone(snapshot.Now);
        var next = snapshot.Now + spec.PollingInterval;
        return snapshot.Stay(Verdict.Ready, "more TaskManagers than needed; idle ones go after the rescale delay",
                status => Healthy(snapshot, status) with { ResourceStatus = ResourceStatus.Updated, WithoutSavepoint = false })
            .LookAgainAt(facts.RescaleDelayIsOver || over > next ? next : over);
    }

    static ClusterConclusion FollowHealth(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Ready, "the cluster runs as declared",
                status => Healthy(snapshot, status) with { ResourceStatus = ResourceStatus.Updated, WithoutSavepoint = false })
            .LookAgainAt(snapshot.Now + snapshot.ValidSpec().PollingInterval);

    static ClusterStatus Healthy(ClusterSnapshot snapshot, ClusterStatus status)
    {
        var scaling = ClusterScaling.Next(snapshot.ValidSpec(), snapshot.Jobs, status.Scaling);
        return status with
        {
            ClusterHealth = "HEALTHY",
            UnreachableSince = Option<DateTimeOffset>.None,
            Scaling = scaling,
            TaskManagers = scaling.Target,
        };
    }
}
