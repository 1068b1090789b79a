using Toolbox.Core.Commands;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

public static partial class ClusterRules
{
    /// <summary>JobManager, Service and TaskManagers are created at once; Started means that Flink answers.</summary>
    public static readonly ClusterRuleTable Starting = new(SupervisorStatus.Starting,
        new(nameof(StopWhenDeleted), facts => facts.IsDeleting, StopWhenDeleted, SupervisorStatus.Stopping),
        new(nameof(RestartWhenSpecChanges), facts => facts.SpecIsChanged, RestartWhenSpecChanges, SupervisorStatus.Stopping),
        ClusterRequestRules.RefuseUnknownRequest(SupervisorStatus.Starting),
        ClusterRequestRules.RecordRequest(SupervisorStatus.Starting),
        ClusterRequestRules.ResetRequestedAction(SupervisorStatus.Starting),
        new(nameof(StopWhenRequested), facts => facts.Request == RequestFact.Stop, StopWhenRequested, SupervisorStatus.Stopping),
        ClusterRequestRules.Refuse("RefuseStartWhileStarting", SupervisorStatus.Starting, RequestFact.Start, "the cluster is starting already"),
        ClusterRequestRules.RefuseSavepointRequest(SupervisorStatus.Starting),
        new(nameof(StallOnInvalidSpec), facts => !facts.SpecIsValid, StallOnInvalidSpec, SupervisorStatus.Starting),
        new(nameof(RemoveBrokenJobManager), facts => facts.JobManager is JobManagerFact.Ended or JobManagerFact.Many, RemoveBrokenJobManager, SupervisorStatus.Starting),
        new(nameof(WaitForOldJobManager), facts => facts.JobManager == JobManagerFact.Terminating, WaitForOldJobManager, SupervisorStatus.Starting),
        new(nameof(CreateJobManager), facts => facts.JobManager == JobManagerFact.Absent, CreateJobManager, SupervisorStatus.Starting),
        new(nameof(CreateService), facts => facts.Service == Presence.Absent, CreateService, SupervisorStatus.Starting),
        new(nameof(RemoveEndedTaskManagers), facts => facts.TaskManagers == TaskManagerFact.SomeEnded, RemoveEndedTaskManagers, SupervisorStatus.Starting),
        new("CreateTaskManagers", facts => facts.TaskManagers == TaskManagerFact.Missing, CreateFirstTaskManagers, SupervisorStatus.Starting),
        new(nameof(BecomeStarted), facts => facts.FlinkAnswers && facts.Service == Presence.Present, BecomeStarted, SupervisorStatus.Started),
        new(nameof(StallOnSilentJobManager), facts => facts.FlinkIsSilentTooLong, StallOnSilentJobManager, SupervisorStatus.Starting),
        new(nameof(WaitForJobManager), _ => true, WaitForJobManager, SupervisorStatus.Starting));

    static ClusterConclusion StopWhenDeleted(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stop(StopIntent.Delete, "the resource is being deleted");

    static ClusterConclusion RestartWhenSpecChanges(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stop(StopIntent.Restart, "the spec of runtime, jobManager or taskManager changed");

    static ClusterConclusion StopWhenRequested(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stop(StopIntent.Stop, "a stop was requested", snapshot.AsksToGoUnsaved()).Serve();

    // The running cluster keeps its last good spec; only the change waits.
    static ClusterConclusion StallOnInvalidSpec(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Stalled, snapshot.Errors());

    static ClusterConclusion RemoveBrokenJobManager(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "a JobManager pod that ended, or is one too many, is removed")
            .Do(snapshot.JobManagers.Filter(pod => !pod.IsDeleting).Map(pod => (Command)new Command.Kubernetes.DeletePod(pod.Name, pod.Uid)));

    // Two JobManagers at a time could mean two copies of a job: the old one must be gone first.
    static ClusterConclusion WaitForOldJobManager(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the old JobManager pod has not left yet");

    static ClusterConclusion CreateJobManager(ClusterSnapshot snapshot, ClusterFacts facts)
    {
        var pod = new Command.Kubernetes.CreateJobManagerPod(
            snapshot.Name, PodNames.JobManager(snapshot.Name, snapshot.Metadata.Uid, snapshot.Status.Attempt));
        var conclusion = snapshot.Stay(Verdict.Reconciling, "the JobManager is created");
        return facts.Service == Presence.Absent
            ? conclusion.Do(new Command.Kubernetes.CreateJobManagerService(snapshot.Name), pod)
            : conclusion.Do(pod);
    }

    static ClusterConclusion CreateService(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the JobManager's Service is created")
            .Do(new Command.Kubernetes.CreateJobManagerService(snapshot.Name));

    static ClusterConclusion RemoveEndedTaskManagers(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "TaskManager pods that ended are removed, to be replaced").Do(TaskManagerSelection.RemoveEnded(snapshot));

    // Their number is written down once the cluster has started.
    static ClusterConclusion CreateFirstTaskManagers(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "TaskManagers are created").Do(TaskManagerSelection.CreateMissing(
            snapshot, ClusterScaling.Next(snapshot.ValidSpec(), snapshot.Jobs, snapshot.Status.Scaling).Target));

    static ClusterConclusion CreateTaskManagers(ClusterSnapshot snapshot, ClusterFacts facts)
    {
        var scaling = ClusterScaling.Next(snapshot.ValidSpec(), snapshot.Jobs, snapshot.Status.Scaling);
        return snapshot.Stay(Verdict.Reconciling, "TaskManagers are created", status => status with
            {
                ResourceStatus = ResourceStatus.Updating,
                Scaling = scaling,
                TaskManagers = scaling.Target,
                RescaleTimestamp = snapshot.Now,
            })
            .Do(TaskManagerSelection.CreateMissing(snapshot, scaling.Target));
    }

    static ClusterConclusion BecomeStarted(ClusterSnapshot snapshot, ClusterFacts facts)
    {
        var conclusion = snapshot.Stay(Verdict.Reconciling, "the JobManager answers", status => Healthy(snapshot, status) with
        {
            SupervisorStatus = SupervisorStatus.Started,
            ResourceStatus = ResourceStatus.Updating,
            JobManager = snapshot.JobManagers.Head.Process,
            RescaleTimestamp = snapshot.Now,
        });
        var awaiting = facts.SlotsAreReady ? conclusion : conclusion.Awaiting(nameof(WaitForTaskManagers), MissingSlots(snapshot));
        return facts.TargetIsDeclared ? awaiting : awaiting.Do(new Command.Kubernetes.ScaleTaskManagers(snapshot.Name, conclusion.Status.TaskManagers));
    }

    static ClusterConclusion StallOnSilentJobManager(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Stalled, JobManagerTrouble(snapshot, "the JobManager does not answer within the task timeout"))
            .LookAgainAt(snapshot.Now + snapshot.ValidSpec().PollingInterval);

    static ClusterConclusion WaitForJobManager(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, JobManagerTrouble(snapshot, "the JobManager does not answer yet"),
                status => status with { UnreachableSince = status.UnreachableSince || snapshot.Now })
            .LookAgainAt(snapshot.Now + StartingInterval);

    // While Flink starts a look costs little and each second counts.
    static readonly TimeSpan StartingInterval = TimeSpan.FromMilliseconds(500);

    static string JobManagerTrouble(ClusterSnapshot snapshot, string otherwise) =>
        snapshot.JobManagers.Find(pod => pod.Trouble.Length > 0).Match(pod => $"pod {pod.Name}: {pod.Trouble}", () => otherwise);
}
