using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Job;

public static partial class JobRules
{
    /// <summary>A job that the supervisor has not touched yet, or whose cluster was taken away.</summary>
    public static readonly JobRuleTable Unknown = new(SupervisorStatus.Unknown,
        new(nameof(TerminateUntouched), facts => facts is { IsDeleting: true, HasFinalizer: false }, TerminateUntouched, SupervisorStatus.Terminated),
        new(nameof(StopForgotten), facts => facts.IsDeleting, StopForgotten, SupervisorStatus.Stopping),
        new(nameof(WaitForLivingCluster), facts => facts.Cluster is ClusterFact.Missing or ClusterFact.Terminated, WaitForLivingCluster, SupervisorStatus.Unknown),
        new(nameof(AddFinalizer), facts => !facts.HasFinalizer, AddFinalizer, SupervisorStatus.Unknown),
        new(nameof(WaitForValidSpec), facts => !facts.SpecIsValid, WaitForValidSpec, SupervisorStatus.Unknown),
        new(nameof(Initialise), _ => true, Initialise, SupervisorStatus.Starting));

    static JobConclusion TerminateUntouched(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.End(SupervisorStatus.Terminated, Option<StopIntent>.None, Verdict.Reconciling, "deleted before anything was submitted");

    // Somebody emptied the status: what may run must be looked for all the same.
    static JobConclusion StopForgotten(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(StopIntent.Delete, "the resource is being deleted");

    static JobConclusion WaitForLivingCluster(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "waits for a cluster whose name is a prefix of its own");

    static JobConclusion AddFinalizer(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the finalizer is added first, so that nothing is left behind")
            .Do(new Command.Kubernetes.AddFinalizer(Finalizers.Supervisor));

    static JobConclusion WaitForValidSpec(JobSnapshot snapshot, JobFacts facts) => snapshot.Stay(Verdict.Stalled, snapshot.Errors());

    static JobConclusion Initialise(JobSnapshot snapshot, JobFacts facts)
    {
        var conclusion = snapshot.Start(snapshot.ValidSpec(), "the job starts for the first time");
        var started = conclusion with { Status = WithInitialSavepoint(conclusion.Status, snapshot) with
        {
            ClusterName = snapshot.KnownCluster().Name,
            LabelSelector = Labels.Selector(snapshot.KnownCluster().Name),
        } };
        return facts.Cluster == ClusterFact.Ready ? started : started.Awaiting(nameof(WaitForCluster), WaitsForCluster);
    }

    // The spec's own savepoint counts only where the status knows none yet.
    static JobStatus WithInitialSavepoint(JobStatus status, JobSnapshot snapshot)
    {
        var path = snapshot.ValidSpec().SavepointPath;
        if (path.Length == 0 || !status.RestorePoints.IsEmpty) return KeepOldSavepoint(status, snapshot.Now);
        return status with
        {
            SavepointPath = status.SavepointPath.Length > 0 ? status.SavepointPath : path,
            SavepointTimestamp = status.SavepointTimestamp || snapshot.Now,
            RestorePoints = RestorePointLedger.Add(status.RestorePoints,
                new RestorePoint(status.SavepointPath.Length > 0 ? status.SavepointPath : path, RestorePointOrigin.Initial, snapshot.Now, "")),
        };
    }

    // A status written by the older toolbox has a savepoint path but no ledger.
    static JobStatus KeepOldSavepoint(JobStatus status, DateTimeOffset now) =>
        status.SavepointPath.Length == 0 || !status.RestorePoints.IsEmpty ? status : status with
        {
            RestorePoints = RestorePointLedger.Add(status.RestorePoints,
                new RestorePoint(status.SavepointPath, RestorePointOrigin.Initial, status.SavepointTimestamp.IfNone(now), "")),
        };
}
