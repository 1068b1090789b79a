using Toolbox.Core.Commands;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

public static partial class JobRules
{
    /// <summary>Nothing runs. Why the job stopped decides what brings it back.</summary>
    public static readonly JobRuleTable Stopped = new(SupervisorStatus.Stopped,
        new(nameof(StopWhenDeleted), facts => facts.IsDeleting, StopWhenDeleted, SupervisorStatus.Stopping),
        new(nameof(ReleaseWithCluster), facts => facts is { Cluster: ClusterFact.Terminated, HasFinalizer: true }, ReleaseWithCluster, SupervisorStatus.Stopped),
        new("RemoveBootstrapWhenStopped", facts => facts.Bootstrap is not (BootstrapFact.Absent or BootstrapFact.Terminating) && facts.Cluster != ClusterFact.Terminated, RemoveBootstrap, SupervisorStatus.Stopped),
        JobRequestRules.RefuseUnknownRequest(SupervisorStatus.Stopped),
        JobRequestRules.RecordRequest(SupervisorStatus.Stopped),
        JobRequestRules.ResetRequestedAction(SupervisorStatus.Stopped),
        JobRequestRules.Refuse("RefuseStopWhenStopped", SupervisorStatus.Stopped, facts => facts.Request == RequestFact.Stop && !facts.ComesBack, "the job is stopped already"),
        new("StayStoppedWhenRequested", facts => facts.Request == RequestFact.Stop, StayStoppedWhenRequested, SupervisorStatus.Stopped),
        JobRequestRules.Refuse("RefuseSavepointWhenStopped", SupervisorStatus.Stopped, facts => facts.Request == RequestFact.TriggerSavepoint, "a savepoint can be triggered only while the job runs"),
        new("ForgetSavepointWhenStopped", facts => facts.Request == RequestFact.ForgetSavepoint, ForgetSavepointOfStoppedJob, SupervisorStatus.Stopped),
        JobRequestRules.Refuse("RefuseStartWithoutCluster", SupervisorStatus.Stopped, facts => facts.Request == RequestFact.Start && !facts.ClusterRuns, "the cluster does not run: start the cluster"),
        JobRequestRules.Refuse("RefuseStartWithoutParallelism", SupervisorStatus.Stopped, facts => facts is { Request: RequestFact.Start, IsSuspended: true }, "the parallelism is 0: scale the job"),
        new("StallStoppedOnInvalidSpec", facts => !facts.SpecIsValid, StallOnInvalidSpec, SupervisorStatus.Stopped),
        new("WaitForClusterToRun", facts => !facts.ClusterRuns, StayStopped, SupervisorStatus.Stopped),
        new(nameof(RegainFinalizer), facts => !facts.HasFinalizer, RegainFinalizer, SupervisorStatus.Stopped),
        new(nameof(StartWhenRequested), facts => facts.Request == RequestFact.Start, StartWhenRequested, SupervisorStatus.Starting),
        new("StaySuspended", facts => facts.IsSuspended, StayStopped, SupervisorStatus.Stopped),
        new(nameof(RestartAsRequested), facts => facts.RestartIsIntended, RestartAsRequested, SupervisorStatus.Starting),
        new(nameof(ResumeWithParallelism), facts => facts.Intent == StopIntent.Suspend, ResumeWithParallelism, SupervisorStatus.Starting),
        new(nameof(ResumeWithCluster), facts => facts.Intent == StopIntent.Resume || (facts.Intent == StopIntent.ClusterStop && facts.RestartIsAllowed), ResumeWithCluster, SupervisorStatus.Starting),
        new("StayStoppedUntilRequested", facts => facts.Intent == StopIntent.Stop || !facts.RestartIsAllowed, StayStopped, SupervisorStatus.Stopped),
        new(nameof(RestartWithChangedBootstrap), facts => facts.BootstrapIsChanged, RestartWithChangedBootstrap, SupervisorStatus.Starting),
        new(nameof(RestartByPolicy), facts => facts.RestartDelayIsOver, RestartByPolicy, SupervisorStatus.Starting),
        new(nameof(WaitForRestartDelay), _ => true, WaitForRestartDelay, SupervisorStatus.Stopped));

    // The savepoint path stays in the status: a cluster of the same name takes the job over and resumes it.
    static JobConclusion ReleaseWithCluster(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Suspended, "the cluster is gone; the job is released")
            .Do(new Command.Kubernetes.RemoveFinalizer(Finalizers.Supervisor));

    static JobConclusion StayStoppedWhenRequested(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Suspended, "a stop was requested; the job stays stopped", status => status with
        {
            StopIntent = StopIntent.Stop,
        }).Serve();

    static JobConclusion ForgetSavepointOfStoppedJob(JobSnapshot snapshot, JobFacts facts)
    {
        // Why the job stopped stays said.
        var stopped = StayStopped(snapshot, facts);
        return snapshot.ForgetSavepoints(stopped.Verdict).Awaiting(snapshot.Status.Decision.Map(last => last.Rule).IfNone(nameof(StayStopped)), stopped.Message);
    }

    // The cluster went and another one of its name came: what starts again must not be deleted without being stopped.
    static JobConclusion RegainFinalizer(JobSnapshot snapshot, JobFacts facts) => AddFinalizer(snapshot, facts);

    static JobConclusion StartWhenRequested(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Start(snapshot.ValidSpec(), "a start was requested", empty: snapshot.AsksToGoUnsaved()).Serve();

    // The spec was not valid when the job had stopped in order to start again.
    static JobConclusion RestartAsRequested(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Start(snapshot.ValidSpec(), "the job starts again", empty: facts.Intent == StopIntent.RestartEmpty);

    static JobConclusion ResumeWithParallelism(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Start(snapshot.ValidSpec(), "the parallelism is above 0 again");

    static JobConclusion ResumeWithCluster(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Start(snapshot.ValidSpec(), "the cluster starts; the job comes back with it", empty: snapshot.KnownCluster().WithoutSavepoint);

    static JobConclusion RestartWithChangedBootstrap(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Start(snapshot.ValidSpec(), "the spec of bootstrap changed");

    static JobConclusion RestartByPolicy(JobSnapshot snapshot, JobFacts facts) =>
        KeepingFailures(snapshot, snapshot.Start(snapshot.ValidSpec(), "the restart policy asks for another start"));

    // What was said when the job ended stays said; only the time of the restart is new.
    static JobConclusion WaitForRestartDelay(JobSnapshot snapshot, JobFacts facts)
    {
        var (stopped, due) = (StayStopped(snapshot, facts), Restarts.Due(snapshot.Status, snapshot.ValidSpec().RestartDelay, snapshot.Now));
        return (stopped with
        {
            Message = Restarts.Announce(stopped.Message, stopped.Status.FailedRuns, due),
            Status = stopped.Status with { EndedAt = (stopped.Status.EndedAt || stopped.Status.Timestamp).IfNone(snapshot.Now) },
        }).LookAgainAt(due + TimeSpan.FromMilliseconds(1));
    }

    static JobConclusion StayStopped(JobSnapshot snapshot, JobFacts facts) => snapshot.Status switch
    {
        { FlinkState: "FINISHED" } => snapshot.Stay(Verdict.Ready, "the job has finished"),
        { FlinkState: "FAILED" } => snapshot.Stay(Verdict.Stalled, snapshot.Status.Decision.Map(last => Restarts.Cause(last.Message)).IfNone("the job has failed")),
        { StopIntent.Case: StopIntent.Fail } => snapshot.Stay(Verdict.Stalled, snapshot.Status.Refusal),
        _ => snapshot.Stay(Verdict.Suspended, facts.IsSuspended ? "the parallelism is 0: the job is suspended" : "the job is stopped"),
    };
}
