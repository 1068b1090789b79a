using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Job;

public static partial class JobRules
{
    /// <summary>
    /// First nothing may submit any more, then the savepoint (where one is wanted) is taken and recorded, then the end is awaited.
    /// A savepoint that fails leaves the job running.
    /// </summary>
    public static readonly JobRuleTable Stopping = new(SupervisorStatus.Stopping,
        new(nameof(NoticeDeletion), facts => facts.IsDeleting && facts.Intent != StopIntent.Delete, NoticeDeletion, SupervisorStatus.Stopping),
        JobRequestRules.RefuseUnknownRequest(SupervisorStatus.Stopping),
        JobRequestRules.RecordRequest(SupervisorStatus.Stopping),
        JobRequestRules.ResetRequestedAction(SupervisorStatus.Stopping),
        JobRequestRules.Refuse("RefuseRequestWhileDeleting", SupervisorStatus.Stopping, facts => facts.Intent == StopIntent.Delete && facts.Request != RequestFact.None, "the resource is being deleted"),
        JobRequestRules.Refuse("RefuseSavepointWhileStopping", SupervisorStatus.Stopping, facts => facts.AsksForSavepoint, "while the job stops a savepoint can neither be triggered nor forgotten"),
        JobRequestRules.Refuse("RefuseStartWhileClusterStops", SupervisorStatus.Stopping, facts => facts.Request == RequestFact.Start && facts.Cluster is not (ClusterFact.Ready or ClusterFact.Unready or ClusterFact.Starting or ClusterFact.Restarting), "the cluster stops or is stopped: start the cluster"),
        new(nameof(StartAfterStopping), facts => facts.Request == RequestFact.Start, StartAfterStopping, SupervisorStatus.Stopping),
        new(nameof(StayStoppedAfterStopping), facts => facts.Request == RequestFact.Stop, StayStoppedAfterStopping, SupervisorStatus.Stopping),
        new(nameof(ReleaseFromSavepoint), facts => facts.ClusterGoesWithoutSavepoint, ReleaseFromSavepoint, SupervisorStatus.Stopping),
        new(nameof(RemoveBootstrap), facts => facts.Bootstrap is not (BootstrapFact.Absent or BootstrapFact.Terminating), RemoveBootstrap, SupervisorStatus.Stopping),
        new(nameof(WaitForBootstrapToLeave), facts => facts.Bootstrap == BootstrapFact.Terminating, WaitForBootstrapToLeave, SupervisorStatus.Stopping),
        new(nameof(RecordStopSavepoint), facts => facts.Savepoint is SavepointFact.Completed or SavepointFact.Found, RecordStopSavepoint, SupervisorStatus.Stopping),
        new(nameof(WaitForOutstandingSavepoint), facts => facts.NothingRuns && facts.SavepointIsOutstanding, WaitForOutstandingSavepoint, SupervisorStatus.Stopping),
        new(nameof(TerminateJob), facts => facts.NothingRuns && facts.Intent == StopIntent.Delete, TerminateJob, SupervisorStatus.Terminated),
        new(nameof(StartAgain), facts => facts is { NothingRuns: true, SpecIsValid: true, RestartIsIntended: true }, StartAgain, SupervisorStatus.Starting),
        new(nameof(BecomeStopped), facts => facts.NothingRuns, BecomeStopped, SupervisorStatus.Stopped),
        new(nameof(LeaveJobRunning), facts => facts is { Savepoint: SavepointFact.Failed, SavepointStopsJob: true, SavepointIsWanted: true }, LeaveJobRunning, SupervisorStatus.Started),
        new(nameof(DropFailedSavepoint), facts => facts.Savepoint == SavepointFact.Failed, DropFailedSavepoint, SupervisorStatus.Stopping),
        new(nameof(WaitForSilentFlink), facts => facts.Flink == FlinkFact.Silent, WaitForSilentFlink, SupervisorStatus.Stopping),
        new(nameof(WaitForCancellation), facts => facts.Flink == FlinkFact.Cancelling, WaitForCancellation, SupervisorStatus.Stopping),
        new("CancelOutdatedJob", facts => facts is { Submission: SubmissionFact.Lost, SubmissionIsUpToDate: false }, CancelUnsaved, SupervisorStatus.Stopping),
        new(nameof(CancelUnsaved), facts => !facts.SavepointIsWanted && !facts.SavepointIsTaken, CancelUnsaved, SupervisorStatus.Stopping),
        new("CancelSavedJobThatStays", facts => facts is { SavepointIsTaken: true, StopTakesTooLong: true }, CancelUnsaved, SupervisorStatus.Stopping),
        new(nameof(WaitForEnd), facts => facts.SavepointIsTaken, WaitForEnd, SupervisorStatus.Stopping),
        new(nameof(AskForStopSavepointAgain), facts => facts.Savepoint == SavepointFact.NotAsked, AskForStopSavepointAgain, SupervisorStatus.Stopping),
        new(nameof(WaitForStopSavepoint), facts => facts.Savepoint != SavepointFact.None, WaitForStopSavepoint, SupervisorStatus.Stopping),
        new("CancelJobThatNeverRan", facts => facts is { HasRun: false, Flink: FlinkFact.Pending }, CancelUnsaved, SupervisorStatus.Stopping),
        new("CancelBrokenJobWithCheckpoint", facts => facts.Flink is FlinkFact.Restarting or FlinkFact.Pending && facts.HasRun && facts.RetainedCheckpointIsNewest, CancelUnsaved, SupervisorStatus.Stopping),
        new(nameof(StopWithSavepoint), _ => true, StopWithSavepoint, SupervisorStatus.Stopping));

    static JobConclusion NoticeDeletion(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Delete, "the resource is being deleted");

    static JobConclusion StartAfterStopping(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "a start was requested; the job starts again once it has stopped", status => status with
        {
            StopIntent = snapshot.AsksToGoUnsaved() ? StopIntent.RestartEmpty : StopIntent.Restart,
            WithoutSavepoint = status.WithoutSavepoint || snapshot.AsksToGoUnsaved(),
        }).Serve();

    static JobConclusion StayStoppedAfterStopping(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "a stop was requested; the job stays stopped", status => status with
        {
            StopIntent = StopIntent.Stop,
            WithoutSavepoint = status.WithoutSavepoint || snapshot.AsksToGoUnsaved(),
        }).Serve();

    // Asked for on the cluster, for all its jobs: the way out for one whose savepoint cannot succeed.
    static JobConclusion ReleaseFromSavepoint(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the cluster stops without savepoint", status => status with { WithoutSavepoint = true });

    static JobConclusion RemoveBootstrap(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the bootstrap Job is removed, so that nothing is submitted any more")
            .Do(new Command.Kubernetes.DeleteBootstrapJob(snapshot.Name));

    static JobConclusion WaitForBootstrapToLeave(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "waits until the bootstrap Job has left");

    static JobConclusion RecordStopSavepoint(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the savepoint is complete",
                status => status.WithSavepoint(snapshot))
            .LookAgainAt(snapshot.Now);

    static JobConclusion WaitForOutstandingSavepoint(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the job has ended, waits for Flink's answer about its savepoint",
            status => status with { EndedAt = status.EndedAt || snapshot.Now }).LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);

    static JobConclusion TerminateJob(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.End(SupervisorStatus.Terminated, StopIntent.Delete, Verdict.Reconciling, "nothing of the job is left");

    static JobConclusion StartAgain(JobSnapshot snapshot, JobFacts facts)
    {
        var conclusion = snapshot.Start(snapshot.ValidSpec(), "the job starts again", empty: facts.Intent == StopIntent.RestartEmpty);
        return conclusion with { Status = Left(snapshot, facts, conclusion.Status) };
    }

    static JobConclusion BecomeStopped(JobSnapshot snapshot, JobFacts facts)
    {
        var failed = facts.Intent == StopIntent.Fail;
        var message = failed ? snapshot.Status.Refusal : "the job is stopped";
        var conclusion = snapshot.End(SupervisorStatus.Stopped, snapshot.Status.StopIntent, failed ? Verdict.Stalled : Verdict.Suspended, message);
        return conclusion with { Status = Left(snapshot, facts, conclusion.Status) };
    }

    // Checkpoints that Flink deleted at the job's end are no restore points any more.
    static JobStatus Left(JobSnapshot snapshot, JobFacts facts, JobStatus status)
    {
        var jobId = snapshot.Status.Submission.Map(last => last.JobId).IfNone("");
        return facts.Submission is SubmissionFact.None or SubmissionFact.Lost ? status : status with
        {
            RestorePoints = facts.Flink switch
            {
                FlinkFact.Finished => RestorePointLedger.AfterFinish(status.RestorePoints, jobId),
                FlinkFact.Failed => RestorePointLedger.AfterFailure(status.RestorePoints, jobId),
                _ => RestorePointLedger.AfterCancellation(status.RestorePoints, jobId),
            },
        };
    }

    static JobConclusion LeaveJobRunning(JobSnapshot snapshot, JobFacts facts)
    {
        var reason = $"{Savepoints.Failure}, the job goes on: {Savepoints.Reason(snapshot)}";
        return snapshot.Stay(Verdict.Stalled, reason, status => status with
        {
            SupervisorStatus = SupervisorStatus.Started,
            ResourceStatus = ResourceStatus.Updated,
            JobId = status.Submission.Map(last => last.JobId).IfNone(""),
            StopIntent = Option<StopIntent>.None,
            Savepoint = Option<SavepointRequest>.None,
            SavepointRequestTimestamp = snapshot.Now,
            WithoutSavepoint = false,
            Failures = status.Failures + 1,
            Refusal = reason,
        }).LookAgainAt(snapshot.NextLook());
    }

    static JobConclusion DropFailedSavepoint(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, $"a savepoint failed that this stop does not need: {Savepoints.Reason(snapshot)}",
            status => status.GiveUpSavepoint(Savepoints.Reason(snapshot))).LookAgainAt(snapshot.Now);

    static JobConclusion WaitForSilentFlink(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(facts.FlinkIsSilentTooLong ? Verdict.Stalled : Verdict.Reconciling,
                "Flink does not answer: nobody can tell whether the job still runs",
                Unanswered(snapshot))
            .LookAgainAt(snapshot.NextLook());

    static JobConclusion WaitForCancellation(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "waits until Flink has cancelled the job").LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);

    static JobConclusion CancelUnsaved(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the job is cancelled", status => status.GiveUpSavepoint("the job was cancelled before it was complete"))
            .Do(new Command.Flink.CancelJob(snapshot.Status.Submission.Map(last => last.JobId).IfNone("")))
            .LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);

    static JobConclusion WaitForEnd(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the savepoint is complete, waits for the job's end").LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);

    static JobConclusion AskForStopSavepointAgain(JobSnapshot snapshot, JobFacts facts) =>
        Savepoints.MayAskAgain(snapshot)
            ? snapshot.Stay(Verdict.Reconciling, "Flink does not know the savepoint request; it is asked again",
                    status => status with { SavepointRequestTimestamp = snapshot.Now })
                .Do(Savepoints.Ask(snapshot)).LookAgainAt(snapshot.Now + JobConclusions.ShortInterval)
            : WaitForStopSavepoint(snapshot, facts);

    static JobConclusion WaitForStopSavepoint(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "waits for the savepoint").LookAgainAt(snapshot.Now + Savepoints.Interval(snapshot));

    static JobConclusion StopWithSavepoint(JobSnapshot snapshot, JobFacts facts)
    {
        var origin = facts.Intent == StopIntent.Stop ? RestorePointOrigin.Stop : RestorePointOrigin.Upgrade;
        var request = Savepoints.Request(snapshot, origin, stopsJob: true);
        return snapshot.Stay(Verdict.Reconciling, "the job is stopped with a savepoint", status => status with
            {
                Savepoint = request,
                SavepointRequestTimestamp = snapshot.Now,
            })
            .Do(new Command.Flink.StopJobWithSavepoint(request.JobId, Savepoints.Target(snapshot), request.TriggerId))
            .LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);
    }
}
