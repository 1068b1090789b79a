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
        JobRequestRules.Refuse("RefuseSavepointWhileStarting", SupervisorStatus.Starting, JobRequestRules.AsksForSavepoint, "a savepoint can be triggered or forgotten only while the job runs"),
        new(nameof(StallOnInvalidSpec), facts => !facts.SpecIsValid, StallOnInvalidSpec, SupervisorStatus.Starting),
        new(nameof(RestartWhenBootstrapChanges), facts => facts.BootstrapIsChanged, RestartWhenBootstrapChanges, SupervisorStatus.Stopping),
        new(nameof(RestartWhenParallelismChanges), facts => facts is { ParallelismIsChanged: true, IsSuspended: false }, RestartWhenParallelismChanges, SupervisorStatus.Stopping),
        new(nameof(SuspendWithoutParallelism), facts => facts.IsSuspended, SuspendWithoutParallelism, SupervisorStatus.Stopping),
        new(nameof(SubmitAnewAfterLoss), facts => facts.Submission == SubmissionFact.Lost, SubmitAnewAfterLoss, SupervisorStatus.Starting),
        new(nameof(BecomeStarted), facts => facts.Submission == SubmissionFact.Accepted, BecomeStarted, SupervisorStatus.Started),
        new(nameof(RecogniseSubmittedJob), facts => facts.Submission == SubmissionFact.Pending && facts.Flink is not (FlinkFact.Silent or FlinkFact.Gone), RecogniseSubmittedJob, SupervisorStatus.Started),
        new(nameof(RemoveStaleBootstrap), facts => facts.Bootstrap == BootstrapFact.Stale, RemoveStaleBootstrap, SupervisorStatus.Starting),
        new(nameof(WaitForOldBootstrap), facts => facts.Bootstrap == BootstrapFact.Terminating, WaitForOldBootstrap, SupervisorStatus.Starting),
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
        snapshot.Stop(StopIntent.Stop, "a stop was requested", snapshot.Status.Request.Exists(request => request.WithoutSavepoint));

    // What runs goes on with the last good spec; only the change waits.
    static JobConclusion StallOnInvalidSpec(JobSnapshot snapshot, JobFacts facts) => snapshot.Stay(Verdict.Stalled, snapshot.Errors());

    static JobConclusion RestartWhenBootstrapChanges(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Restart, "the spec of bootstrap changed");

    static JobConclusion RestartWhenParallelismChanges(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Restart, "the parallelism changed");

    static JobConclusion SuspendWithoutParallelism(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Suspend, "the parallelism is 0: the job is suspended");

    // Without its JobManager the Flink job cannot exist, accepted or not: another submission, with another id, cannot double it.
    static JobConclusion SubmitAnewAfterLoss(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Start(snapshot.ValidSpec(), "the JobManager was lost before the job had started", snapshot.Status.WithoutSavepoint);

    static JobConclusion BecomeStarted(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "Flink has accepted the job", status => Follow(snapshot, status) with
        {
            SupervisorStatus = SupervisorStatus.Started,
            ResourceStatus = ResourceStatus.Updated,
            ClusterHealth = snapshot.KnownCluster().ClusterHealth,
            WithoutSavepoint = false,
            Refusal = "",
        }).LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);

    // The bootstrap died between submission and report; the id tells that this is our job.
    static JobConclusion RecogniseSubmittedJob(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "Flink has the job under the recorded id", status => Follow(snapshot, status) with
        {
            SupervisorStatus = SupervisorStatus.Started,
            ResourceStatus = ResourceStatus.Updated,
            JobId = status.Submission.Map(last => last.JobId).IfNone(""),
            ClusterHealth = snapshot.KnownCluster().ClusterHealth,
            WithoutSavepoint = false,
            Refusal = "",
        }).LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);

    static JobConclusion RemoveStaleBootstrap(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the bootstrap Job of an earlier submission is removed")
            .Do(new Command.Kubernetes.DeleteBootstrapJob(snapshot.Name));

    static JobConclusion WaitForOldBootstrap(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the bootstrap Job of an earlier submission has not left yet");

    static JobConclusion GiveUpFailedBootstrap(JobSnapshot snapshot, JobFacts facts) => GiveUp(snapshot, "the bootstrap failed");

    static JobConclusion GiveUpSlowStart(JobSnapshot snapshot, JobFacts facts) => GiveUp(snapshot, "the job was not submitted within the restart timeout");

    static JobConclusion GiveUp(JobSnapshot snapshot, string what)
    {
        var cause = snapshot.Bootstrap.Trouble.Length > 0 ? $"{what}: {snapshot.Bootstrap.Trouble}" : what;
        var conclusion = snapshot.Stop(StopIntent.Fail, cause, withoutSavepoint: true);
        return conclusion with { Verdict = Verdict.Stalled, Status = conclusion.Status with { Refusal = cause } };
    }

    static JobConclusion WaitForCluster(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "waits until the cluster has started and has all its task slots",
            status => status with { ClusterHealth = snapshot.Cluster.Map(cluster => cluster.ClusterHealth).IfNone("") });

    static JobConclusion RecordSubmission(JobSnapshot snapshot, JobFacts facts)
    {
        var status = snapshot.Status.WithoutSavepoint ? Forget(snapshot.Status) : snapshot.Status;
        var attempt = status.Attempt + 1;
        var submission = new Submission(
            Identifiers.FlinkId(snapshot.Metadata.Uid, "job", attempt), attempt, snapshot.ValidSpec().ClampedParallelism,
            RestorePointLedger.Newest(status.RestorePoints).Map(point => point.Path).IfNone(""),
            snapshot.KnownCluster().JobManager, snapshot.Now);
        return snapshot.Stay(Verdict.Reconciling, WaitsForBootstrap, _ => status with
            {
                Attempt = attempt,
                Submission = submission,
                JobId = "",
                JobParallelism = submission.Parallelism,
                ClusterHealth = snapshot.KnownCluster().ClusterHealth,
            })
            .Do(new Command.Kubernetes.CreateBootstrapJob(snapshot.Name, submission));
    }

    // Asked for by the user, for this one start: the job begins empty and what it had is not offered again.
    static JobStatus Forget(JobStatus status) => status with
    {
        RestorePoints = LanguageExt.Seq<RestorePoint>.Empty,
        SavepointPath = "",
        WithoutSavepoint = false,
    };

    static JobConclusion CreateBootstrapAgain(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the bootstrap Job of the recorded submission is created")
            .Do(new Command.Kubernetes.CreateBootstrapJob(snapshot.Name,
                snapshot.Status.Submission.IfNone(() => throw new InvalidOperationException("The rule must ask for a submission"))));

    static JobConclusion WaitForBootstrap(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, snapshot.Bootstrap.Trouble.Length > 0 ? snapshot.Bootstrap.Trouble : WaitsForBootstrap)
            .LookAgainAt(snapshot.NextLook());

    const string WaitsForBootstrap = "waits until the bootstrap has submitted the job";
}
