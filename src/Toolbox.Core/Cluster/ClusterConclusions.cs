using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Cluster;

/// <summary>Conclusions that several cluster rules share.</summary>
static class ClusterConclusions
{
    /// <summary>Stays in its state; what the status says follows from the snapshot and the changes given.</summary>
    public static ClusterConclusion Stay(this ClusterSnapshot snapshot, Verdict verdict, string message, Func<ClusterStatus, ClusterStatus>? change = null) =>
        new(change is null ? snapshot.Status : change(snapshot.Status), verdict, message, Empty, None);

    /// <summary>Begins to stop; what follows once all has stopped is written down first.</summary>
    public static ClusterConclusion Stop(this ClusterSnapshot snapshot, StopIntent intent, string message, bool withoutSavepoint = false) =>
        snapshot.Stay(Verdict.Reconciling, message, status => status with
        {
            SupervisorStatus = SupervisorStatus.Stopping,
            ResourceStatus = ResourceStatus.Updating,
            StopIntent = intent,
            WithoutSavepoint = withoutSavepoint || (status.SupervisorStatus == SupervisorStatus.Stopping && status.WithoutSavepoint),
            ClusterHealth = "",
            UnreachableSince = None,
        });

    /// <summary>Begins to start: a new JobManager, and everything that the status says about the spec taken from it anew.</summary>
    public static ClusterConclusion Start(this ClusterSnapshot snapshot, ClusterSpec spec, string message, bool empty = false)
    {
        var scaling = ClusterScaling.Next(spec, snapshot.Jobs, snapshot.Status.Scaling);
        return snapshot.Stay(Verdict.Reconciling, message, status => status with
        {
            SupervisorStatus = SupervisorStatus.Starting,
            ResourceStatus = ResourceStatus.Updating,
            LabelSelector = Labels.Selector(snapshot.Name),
            ServiceMode = spec.ServiceMode,
            TaskSlots = spec.TaskSlots,
            TaskManagers = scaling.Target,
            Digest = spec.Digest,
            StopIntent = None,
            WithoutSavepoint = empty,
            JobManager = "",
            ClusterHealth = "",
            UnreachableSince = None,
            Attempt = status.Attempt + 1,
        });
    }

    /// <summary>The recorded request is carried out by this.</summary>
    public static ClusterConclusion Serve(this ClusterConclusion conclusion) =>
        conclusion with { Status = conclusion.Status with { Request = None, Refusal = "" } };

    /// <summary>Whether the recorded request asks to go without savepoint.</summary>
    public static bool AsksToGoUnsaved(this ClusterSnapshot snapshot) => snapshot.Status.Request.Exists(request => request.WithoutSavepoint);

    /// <summary>A request that cannot be served is refused with its reason, which status and event show.</summary>
    public static ClusterConclusion Refuse(this ClusterSnapshot snapshot, Verdict verdict, string reason) =>
        snapshot.Stay(verdict, reason, status => status with { Request = None, Refusal = reason });

    /// <summary>The clean-up of everything that runs: TaskManagers first, so that no job is restarted on the way.</summary>
    public static Seq<Command> RemovePods(this ClusterSnapshot snapshot)
    {
        var pods = snapshot.TaskManagers.FollowedBy(snapshot.JobManagers).Filter(pod => !pod.IsDeleting)
            .Map(pod => (Command)new Command.Kubernetes.DeletePod(pod.Name, pod.Uid));
        return snapshot.Service == Presence.Present ? pods.Add(new Command.Kubernetes.DeleteJobManagerService(snapshot.Name)) : pods;
    }

    public static ClusterSpec ValidSpec(this ClusterSnapshot snapshot) =>
        snapshot.Spec.Match(spec => spec, _ => throw new InvalidOperationException("The rule must ask for SpecIsValid"));

    public static string Errors(this ClusterSnapshot snapshot) =>
        snapshot.Spec.Match(_ => "", errors => string.Join("; ", errors));
}
