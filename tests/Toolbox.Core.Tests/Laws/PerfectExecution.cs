using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Laws;

/// <summary>The snapshot that follows a decision when its status was written and every command has succeeded at once.</summary>
static class PerfectExecution
{
    public static ClusterSnapshot Of(ClusterSnapshot snapshot, Decision<ClusterStatus> decision) =>
        decision.Commands.Fold(snapshot with { Status = decision.Status }, Apply);

    public static JobSnapshot Of(JobSnapshot snapshot, Decision<JobStatus> decision) =>
        decision.Commands.Fold(snapshot with { Status = decision.Status }, Apply);

    static ClusterSnapshot Apply(ClusterSnapshot snapshot, Command command) => command switch
    {
        Command.Kubernetes.AddFinalizer or Command.Kubernetes.RemoveFinalizer => snapshot with { Metadata = Apply(snapshot.Metadata, command) },
        Command.Kubernetes.ResetRequestedAction => snapshot with { Annotation = new RequestAnnotation.Nothing() },
        Command.Kubernetes.ScaleTaskManagers scale => snapshot.WithSpec(spec => spec with { TaskManagers = scale.TaskManagers }),
        Command.Kubernetes.CreateJobManagerService => snapshot with { Service = Presence.Present },
        Command.Kubernetes.DeleteJobManagerService => snapshot with { Service = Presence.Absent },
        Command.Kubernetes.CreateJobManagerPod pod => snapshot with { JobManagers = snapshot.JobManagers.Add(Created(pod.Pod)) },
        Command.Kubernetes.CreateTaskManagerPod pod => snapshot with { TaskManagers = snapshot.TaskManagers.Add(Created(pod.Pod)) },
        Command.Kubernetes.DeletePod pod => snapshot with
        {
            JobManagers = snapshot.JobManagers.Filter(item => item.Uid != pod.Uid).Strict(),
            TaskManagers = snapshot.TaskManagers.Filter(item => item.Uid != pod.Uid).Strict(),
        },
        _ => throw new InvalidOperationException($"A cluster does not command {command}"),
    };

    static JobSnapshot Apply(JobSnapshot snapshot, Command command) => command switch
    {
        Command.Kubernetes.AddFinalizer or Command.Kubernetes.RemoveFinalizer => snapshot with { Metadata = Apply(snapshot.Metadata, command) },
        Command.Kubernetes.ResetRequestedAction => snapshot with { Annotation = new RequestAnnotation.Nothing() },
        Command.Kubernetes.CreateBootstrapJob create => snapshot with
        {
            Bootstrap = new BootstrapObservation(Presence.Present, create.Submission.JobId, HasSucceeded: false, HasFailed: false, ""),
        },
        Command.Kubernetes.DeleteBootstrapJob => snapshot with { Bootstrap = BootstrapObservation.Absent },
        Command.Flink.CancelJob => snapshot.WithFlink(FlinkJobState.Cancelling),
        Command.Flink.StopJobWithSavepoint or Command.Flink.TriggerSavepoint => snapshot with
        {
            Savepoint = new Observation<SavepointAnswer>.Known(new SavepointAnswer.InProgress()),
        },
        _ => throw new InvalidOperationException($"A job does not command {command}"),
    };

    static ResourceMetadata Apply(ResourceMetadata metadata, Command command) => metadata with
    {
        Finalizers = command is Command.Kubernetes.AddFinalizer add ? metadata.Finalizers.Add(add.Finalizer) : Empty,
    };

    static PodObservation Created(string name) => Pods.JobManager with { Name = name, Uid = $"uid-{name}", Phase = PodPhase.Pending, IsReady = false, Address = "" };
}
