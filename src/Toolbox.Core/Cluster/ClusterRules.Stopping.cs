using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

public static partial class ClusterRules
{
    /// <summary>Jobs stop first, with their savepoints; then pods and Service go; then what was intended follows.</summary>
    public static readonly ClusterRuleTable Stopping = new(SupervisorStatus.Stopping,
        new(nameof(NoticeDeletion), facts => facts.IsDeleting && facts.Intent != StopIntent.Delete, NoticeDeletion, SupervisorStatus.Stopping),
        ClusterRequestRules.RefuseUnknownRequest(SupervisorStatus.Stopping),
        ClusterRequestRules.RecordRequest(SupervisorStatus.Stopping),
        ClusterRequestRules.ResetRequestedAction(SupervisorStatus.Stopping),
        new("RefuseRequestWhileDeleting", facts => facts.Intent == StopIntent.Delete && facts.Request != RequestFact.None, RefuseRequestWhileDeleting, SupervisorStatus.Stopping),
        new(nameof(StartAfterStopping), facts => facts.Request == RequestFact.Start, StartAfterStopping, SupervisorStatus.Stopping),
        new(nameof(StayStoppedAfterStopping), facts => facts.Request == RequestFact.Stop, StayStoppedAfterStopping, SupervisorStatus.Stopping),
        ClusterRequestRules.RefuseSavepointRequest(SupervisorStatus.Stopping),
        new(nameof(NoticeLostJobManager), facts => facts is { AllJobsHaveStopped: false, JobManager: JobManagerFact.Absent or JobManagerFact.Ended, JobManagerIsKnownToBeGone: false }, NoticeLostJobManager, SupervisorStatus.Stopping),
        new(nameof(NoticeOtherJobManager), facts => facts is { AllJobsHaveStopped: false, JobManager: JobManagerFact.Changed }, NoticeOtherJobManager, SupervisorStatus.Stopping),
        // Without it TaskManagers that are new do not find the JobManager, and no savepoint can be taken.
        new(nameof(CreateService), facts => facts is { AllJobsHaveStopped: false, JobManager: JobManagerFact.Same, Service: Presence.Absent }, CreateService, SupervisorStatus.Stopping),
        new(nameof(RemoveEndedTaskManagers), facts => facts is { AllJobsHaveStopped: false, TaskManagers: TaskManagerFact.SomeEnded }, RemoveEndedTaskManagers, SupervisorStatus.Stopping),
        new("ReplaceTaskManagers", facts => facts is { AllJobsHaveStopped: false, JobManager: JobManagerFact.Same, TaskManagers: TaskManagerFact.Missing }, CreateTaskManagers, SupervisorStatus.Stopping),
        new(nameof(WaitForJobs), facts => !facts.AllJobsHaveStopped, WaitForJobs, SupervisorStatus.Stopping),
        new(nameof(RemovePods), facts => facts.PodsRemain, RemovePods, SupervisorStatus.Stopping),
        new(nameof(BecomeTerminated), facts => facts.Intent == StopIntent.Delete, BecomeTerminated, SupervisorStatus.Terminated),
        new("StallRestartOnInvalidSpec", facts => facts is { RestartIsIntended: true, SpecIsValid: false }, StallOnInvalidSpec, SupervisorStatus.Stopping),
        new(nameof(StartAgain), facts => facts.RestartIsIntended, StartAgain, SupervisorStatus.Starting),
        new(nameof(BecomeStopped), _ => true, BecomeStopped, SupervisorStatus.Stopped));

    static ClusterConclusion NoticeDeletion(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stop(StopIntent.Delete, "the resource is being deleted");

    static ClusterConclusion RefuseRequestWhileDeleting(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Refuse(Verdict.Reconciling, "the resource is being deleted");

    static ClusterConclusion StartAfterStopping(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "a start was requested; the cluster starts again once it has stopped",
            status => status with
            {
                StopIntent = snapshot.AsksToGoUnsaved() ? StopIntent.RestartEmpty : StopIntent.Restart,
                WithoutSavepoint = status.WithoutSavepoint || snapshot.AsksToGoUnsaved(),
            }).Serve();

    static ClusterConclusion StayStoppedAfterStopping(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "a stop was requested; the cluster stays stopped",
            // A second request may release a job whose savepoint is stuck.
            status => status with { StopIntent = StopIntent.Stop, WithoutSavepoint = status.WithoutSavepoint || snapshot.AsksToGoUnsaved() }).Serve();

    // Its jobs are gone with it, and must not wait for an answer that never comes.
    static ClusterConclusion NoticeLostJobManager(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the JobManager is gone", status => status with { JobManager = ClusterStatus.NoJobManager });

    // The jobs ask the process that is there now.
    static ClusterConclusion NoticeOtherJobManager(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the JobManager was restarted", status => status with { JobManager = snapshot.JobManagers.Head.Process });

    static ClusterConclusion WaitForJobs(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "waits until its jobs have stopped: "
            + string.Join(", ", snapshot.Jobs.Filter(job => !job.HasStopped).Map(job => job.Name).OrderBy(name => name, StringComparer.Ordinal)));

    static ClusterConclusion RemovePods(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "pods and Service are removed").Do(snapshot.RemovePods());

    static ClusterConclusion BecomeTerminated(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "nothing of the cluster is left", status => status with
        {
            SupervisorStatus = SupervisorStatus.Terminated,
            ResourceStatus = ResourceStatus.Updated,
            JobManager = "",
        });

    static ClusterConclusion StartAgain(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Start(snapshot.ValidSpec(), "the cluster starts again", empty: facts.Intent == StopIntent.RestartEmpty);

    static ClusterConclusion BecomeStopped(ClusterSnapshot snapshot, ClusterFacts facts) =>
        snapshot.Stay(Verdict.Suspended, "the cluster is stopped", status => status with
        {
            SupervisorStatus = SupervisorStatus.Stopped,
            ResourceStatus = ResourceStatus.Updated,
            StopIntent = Option<StopIntent>.None,
            WithoutSavepoint = false,
            JobManager = "",
        });
}
