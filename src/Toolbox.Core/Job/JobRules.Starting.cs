using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Job;

public static partial class JobRules
{
    /// <summary>The cluster gets ready, the submission is recorded, the bootstrap Job carries it out, Flink accepts.</summary>
    public static readonly JobRuleTable Starting = new(SupervisorStatus.Starting,
        new(nameof(StopWhenDeleted), facts => facts.IsDeleting, StopWhenDeleted, SupervisorStatus.Stopping),
        new(nameof(StopToResumeWithCluster), facts => facts.Cluster == ClusterFact.Restarting, StopToResumeWithCluster, SupervisorStatus.Stopping),
        new(nameof(StopWithCluster), facts => facts.Cluster is ClusterFact.Stopping or ClusterFact.Stopped or ClusterFact.Terminated, StopWithCluster, SupervisorStatus.Stopping),
        JobRequestRules.RefuseUnknownRequest(SupervisorStatus.Starting),
        JobRequestRules.RecordRequest(SupervisorStatus.Starting),
        JobRequestRules.ResetRequestedAction(SupervisorStatus.Starting),
        new(nameof(StopWhenRequested), facts => facts.Request == RequestFact.Stop, StopWhenRequested, SupervisorStatus.Stopping),
        JobRequestRules.Refuse("RefuseStartWhileStarting", SupervisorStatus.Starting, facts => facts.Request == RequestFact.Start, "the job is starting already"),
        JobRequestRules.Refuse("RefuseSavepointWhileStarting", SupervisorStatus.Starting, facts => facts.AsksForSavepoint, "while the job starts a savepoint can neither be triggered nor forgotten"),
        new(nameof(StallOnInvalidSpec), facts => !facts.SpecIsValid, StallOnInvalidSpec, SupervisorStatus.Starting),
        new(nameof(RestartWhenBootstrapChanges), facts => facts.BootstrapIsChanged, RestartWhenBootstrapChanges, SupervisorStatus.Stopping),
        new(nameof(RestartWhenParallelismChanges), facts => facts is { ParallelismIsChanged: true, IsSuspended: false }, RestartWhenParallelismChanges, SupervisorStatus.Stopping),
        new(nameof(SuspendWithoutParallelism), facts => facts.IsSuspended, SuspendWithoutParallelism, SupervisorStatus.Stopping),
        new(nameof(RemoveLostBootstrap), facts => facts.Submission == SubmissionFact.Lost && facts.Bootstrap is not (BootstrapFact.Absent or BootstrapFact.Terminating), RemoveLostBootstrap, SupervisorStatus.Starting),
        new("WaitForLostBootstrap", facts => facts is { Submission: SubmissionFact.Lost, Bootstrap: BootstrapFact.Terminating }, WaitForOldBootstrap, SupervisorStatus.Starting),
        new(nameof(AdoptLateJob), facts => facts is { Submission: SubmissionFact.Lost, SubmissionIsUpToDate: true, LivesInFlink: true }, AdoptLateJob, SupervisorStatus.Starting),
        new(nameof(CancelLateJob), facts => facts is { Submission: SubmissionFact.Lost, LivesInFlink: true }, CancelLateJob, SupervisorStatus.Starting),
        new(nameof(WaitForFlinkAfterLoss), facts => facts is { Submission: SubmissionFact.Lost, Flink: FlinkFact.Silent or FlinkFact.Cancelling }, WaitForFlinkAfterLoss, SupervisorStatus.Starting),
        new(nameof(SubmitAnewAfterLoss), facts => facts.Submission == SubmissionFact.Lost, SubmitAnewAfterLoss, SupervisorStatus.Starting),
        new(nameof(SeekNewerCheckpoint), facts => facts is { CheckpointIsSuperseded: true, Flink: FlinkFact.Failed, Submission: SubmissionFact.Pending or SubmissionFact.Accepted }, SeekNewerCheckpoint, SupervisorStatus.Starting),
        new(nameof(BecomeStarted), facts => facts.Submission == SubmissionFact.Accepted, BecomeStarted, SupervisorStatus.Started),
        new(nameof(RecogniseSubmittedJob), facts => facts.Submission == SubmissionFact.Pending && facts.Flink is not (FlinkFact.Silent or FlinkFact.Gone), RecogniseSubmittedJob, SupervisorStatus.Started),
        new(nameof(RemoveStaleBootstrap), facts => facts.Bootstrap == BootstrapFact.Stale, RemoveStaleBootstrap, SupervisorStatus.Starting),
        new(nameof(WaitForOldBootstrap), facts => facts is { Submission: SubmissionFact.None, Bootstrap: BootstrapFact.Terminating }, WaitForOldBootstrap, SupervisorStatus.Starting),
        new(nameof(WaitForFlinkAfterSubmission), facts => facts is { Submission: SubmissionFact.Pending, Flink: FlinkFact.Silent }, WaitForFlinkAfterSubmission, SupervisorStatus.Starting),
        new(nameof(GiveUpFailedBootstrap), facts => facts is { Submission: SubmissionFact.Pending, Bootstrap: BootstrapFact.Failed }, GiveUpFailedBootstrap, SupervisorStatus.Stopping),
        new(nameof(GiveUpSlowStart), facts => facts is { Submission: SubmissionFact.Pending, StartTakesTooLong: true }, GiveUpSlowStart, SupervisorStatus.Stopping),
        new(nameof(WaitForCluster), facts => facts.Cluster != ClusterFact.Ready, WaitForCluster, SupervisorStatus.Starting),
        new(nameof(RecordSubmission), facts => facts.Submission == SubmissionFact.None, RecordSubmission, SupervisorStatus.Starting),
        new(nameof(CreateBootstrapAgain), facts => facts.Bootstrap == BootstrapFact.Absent, CreateBootstrapAgain, SupervisorStatus.Starting),
        new(nameof(WaitForBootstrap), _ => true, WaitForBootstrap, SupervisorStatus.Starting));

    static JobConclusion StopWhenDeleted(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Delete, "the resource is being deleted");

    static JobConclusion StopToResumeWithCluster(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Resume, "the cluster restarts; the job comes back with it", snapshot.KnownCluster().WithoutSavepoint);

    static JobConclusion StopWithCluster(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.ClusterStop, "the cluster stops", snapshot.KnownCluster().WithoutSavepoint);

    static JobConclusion StopWhenRequested(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Stop, "a stop was requested", snapshot.AsksToGoUnsaved()).Serve();

    // What runs goes on with the last good spec; only the change waits.
    static JobConclusion StallOnInvalidSpec(JobSnapshot snapshot, JobFacts facts) => snapshot.Stay(Verdict.Stalled, snapshot.Errors());

    static JobConclusion RestartWhenBootstrapChanges(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Restart, "the spec of bootstrap changed");

    static JobConclusion RestartWhenParallelismChanges(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Restart, "the parallelism changed");

    static JobConclusion SuspendWithoutParallelism(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Suspend, "the parallelism is 0: the job is suspended");

    // A bootstrap that is still there may hand the old submission to the new JobManager: only once it has left Flink's answer is final.
    static JobConclusion RemoveLostBootstrap(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the bootstrap Job of a lost submission is removed")
            .Do(new Command.Kubernetes.DeleteBootstrapJob(snapshot.Name));

    // It is the job that would be submitted now, under an id of ours.
    static JobConclusion AdoptLateJob(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the submission has reached the new JobManager", status => status with
        {
            Submission = status.Submission.Map(last => last with { JobManager = snapshot.KnownCluster().JobManager }),
        }).LookAgainAt(snapshot.Now);

    // It started from a restore point that has become outdated meanwhile.
    static JobConclusion CancelLateJob(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "an outdated submission has reached the new JobManager; it is cancelled")
            .Do(new Command.Flink.CancelJob(snapshot.Status.Submission.Map(last => last.JobId).IfNone("")))
            .LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);

    static JobConclusion WaitForFlinkAfterLoss(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "waits until the new JobManager says that the job is not there").LookAgainAt(snapshot.NextLook());

    // The old JobManager is gone and the new one does not have the job: another submission, with another id, cannot double it.
    static JobConclusion SubmitAnewAfterLoss(JobSnapshot snapshot, JobFacts facts) =>
        KeepingFailures(snapshot, snapshot.Start(snapshot.ValidSpec(), "the JobManager was lost; the job starts from its newest restore point"));

    // Nothing says that what failed before is mended.
    static JobConclusion KeepingFailures(JobSnapshot snapshot, JobConclusion conclusion) =>
        conclusion with { Status = conclusion.Status with { FailedRuns = snapshot.Status.FailedRuns } };

    // Flink counts checkpoints, so the next number is tried. What is not there cannot be started from: in the worst case nothing is found.
    static JobConclusion SeekNewerCheckpoint(JobSnapshot snapshot, JobFacts facts)
    {
        var status = snapshot.Status;
        var last = status.Submission.IfNone(() => throw new InvalidOperationException("The rule must ask for a submission"));
        var number = status.Attempt + 1;
        var next = CheckpointPath.Next(last.RestorePoint).IfNone(() => throw new InvalidOperationException("The rule must ask for a checkpoint"));
        return snapshot.Stay(Verdict.Reconciling, $"Flink has deleted {last.RestorePoint} for a newer checkpoint; {next} is tried", _ => status with
        {
            SupervisorStatus = SupervisorStatus.Starting,
            ResourceStatus = ResourceStatus.Updating,
            Attempt = number,
            Submission = last with
            {
                JobId = Identifiers.FlinkId(snapshot.Metadata.Uid, "job", number), Attempt = number, RestorePoint = next, Since = snapshot.Now,
            },
            JobId = "",
            FlinkState = "",
        }).LookAgainAt(snapshot.Now);
    }

    static JobConclusion BecomeStarted(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "Flink has accepted the job", status => Follow(snapshot, status) with
        {
            SupervisorStatus = SupervisorStatus.Started,
            ResourceStatus = ResourceStatus.Updated,
            ClusterHealth = snapshot.KnownCluster().ClusterHealth,
            Refusal = "",
        }).Awaiting(nameof(WaitForTasks), WaitsForTasks).LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);

    // The bootstrap died between submission and report; the id tells that this is our job.
    static JobConclusion RecogniseSubmittedJob(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "Flink has the job under the recorded id", status => Follow(snapshot, status) with
        {
            SupervisorStatus = SupervisorStatus.Started,
            ResourceStatus = ResourceStatus.Updated,
            JobId = status.Submission.Map(last => last.JobId).IfNone(""),
            ClusterHealth = snapshot.KnownCluster().ClusterHealth,
            Refusal = "",
        }).Awaiting(nameof(WaitForTasks), WaitsForTasks).LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);

    static JobConclusion RemoveStaleBootstrap(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the bootstrap Job of an earlier submission is removed")
            .Do(new Command.Kubernetes.DeleteBootstrapJob(snapshot.Name));

    static JobConclusion WaitForOldBootstrap(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the bootstrap Job of an earlier submission has not left yet");

    // The job may have arrived: whether the start has failed is judged when Flink answers, and the time of its silence does not count.
    static JobConclusion WaitForFlinkAfterSubmission(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(facts.FlinkIsSilentTooLong ? Verdict.Stalled : Verdict.Reconciling, "Flink does not answer: nobody can tell whether it has the job",
            status => status with { UnreachableSince = status.UnreachableSince || snapshot.Now }).LookAgainAt(snapshot.NextLook());

    static JobConclusion GiveUpFailedBootstrap(JobSnapshot snapshot, JobFacts facts) => GiveUp(snapshot, "the bootstrap failed");

    static JobConclusion GiveUpSlowStart(JobSnapshot snapshot, JobFacts facts) => GiveUp(snapshot, "the job was not submitted within the restart timeout");

    static JobConclusion GiveUp(JobSnapshot snapshot, string what)
    {
        var cause = snapshot.Bootstrap.Trouble.Length > 0 ? $"{what}: {snapshot.Bootstrap.Trouble}" : what;
        var conclusion = snapshot.Stop(StopIntent.Fail, cause);
        return conclusion with { Verdict = Verdict.Stalled, Status = conclusion.Status with { Refusal = cause } };
    }

    static JobConclusion WaitForCluster(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, WaitsForCluster, status => status.AfterSilence(snapshot) with { ClusterHealth = HealthWorthAWrite(snapshot) });

    // That the cluster has become healthy is told with the submission, a moment later.
    static string HealthWorthAWrite(JobSnapshot snapshot) =>
        snapshot.Status.ClusterHealth.Length == 0 && snapshot.ClusterHealth() == "HEALTHY" ? "" : snapshot.ClusterHealth();

    const string WaitsForCluster = "waits until the cluster has started and has all its task slots";

    static JobConclusion RecordSubmission(JobSnapshot snapshot, JobFacts facts)
    {
        var status = snapshot.Status;
        var attempt = status.Attempt + 1;
        var submission = new Submission(
            Identifiers.FlinkId(snapshot.Metadata.Uid, "job", attempt), attempt, snapshot.ValidSpec().ClampedParallelism,
            RestorePointLedger.Newest(status.RestorePoints).Map(point => point.Path).IfNone(""),
            snapshot.KnownCluster().JobManager, snapshot.Now);
        return snapshot.Stay(Verdict.Reconciling, "the submission is recorded and handed to a bootstrap", _ => status with
            {
                Attempt = attempt,
                Submission = submission,
                JobId = "",
                JobParallelism = submission.Parallelism,
                ClusterHealth = snapshot.KnownCluster().ClusterHealth,
            })
            .Do(new Command.Kubernetes.CreateBootstrapJob(snapshot.Name, submission)).Awaiting(nameof(WaitForBootstrap), WaitsForBootstrap);
    }

    static JobConclusion CreateBootstrapAgain(JobSnapshot snapshot, JobFacts facts)
    {
        var status = snapshot.Status.AfterSilence(snapshot);
        return snapshot.Stay(Verdict.Reconciling, "the bootstrap Job of the recorded submission is created", _ => status)
            .Do(new Command.Kubernetes.CreateBootstrapJob(snapshot.Name,
                status.Submission.IfNone(() => throw new InvalidOperationException("The rule must ask for a submission"))));
    }

    static JobConclusion WaitForBootstrap(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, snapshot.Bootstrap.Trouble.Length > 0 ? snapshot.Bootstrap.Trouble : WaitsForBootstrap, status => status.AfterSilence(snapshot))
            .LookAgainAt(snapshot.NextLook());

    const string WaitsForBootstrap = "waits until the bootstrap has submitted the job";
}
