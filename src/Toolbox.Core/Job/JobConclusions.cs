using LanguageExt;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Job;

/// <summary>Conclusions that several job rules share.</summary>
static class JobConclusions
{
    /// <summary>Looks that follow something just done: each tenth of a second counts for those who wait.</summary>
    public static readonly TimeSpan ShortInterval = TimeSpan.FromMilliseconds(300);

    /// <summary>Stays in its state; what the status says follows from the snapshot and the changes given.</summary>
    public static JobConclusion Stay(this JobSnapshot snapshot, Verdict verdict, string message, Func<JobStatus, JobStatus>? change = null) =>
        new(change is null ? snapshot.Status : Unless(snapshot.Status, change(snapshot.Status)), verdict, message, Empty, None);

    // Most decisions are about jobs at rest: what says the same is the same object, which makes everything that follows cheap.
    static JobStatus Unless(JobStatus before, JobStatus after) => after.Equals(before) ? before : after;

    /// <summary>Begins to stop; what follows once the job has stopped is written down first.</summary>
    public static JobConclusion Stop(this JobSnapshot snapshot, StopIntent intent, string message, bool withoutSavepoint = false) =>
        snapshot.Stay(Verdict.Reconciling, message, status => status with
        {
            SupervisorStatus = SupervisorStatus.Stopping,
            ResourceStatus = ResourceStatus.Updating,
            StopIntent = intent,
            WithoutSavepoint = withoutSavepoint || (status.SupervisorStatus == SupervisorStatus.Stopping && status.WithoutSavepoint),
        });

    /// <summary>Begins to start: nothing is submitted yet, and everything that the status says about the spec is taken from it anew.</summary>
    public static JobConclusion Start(this JobSnapshot snapshot, JobSpec spec, string message, bool empty = false) =>
        snapshot.Stay(Verdict.Reconciling, message, status => (empty ? Forget(status) : status).GiveUpSavepoint(EndedBefore) with
        {
            SupervisorStatus = SupervisorStatus.Starting,
            ResourceStatus = ResourceStatus.Updating,
            JobParallelism = spec.ClampedParallelism,
            Digest = spec.Digest,
            JobId = "",
            FlinkState = "",
            Submission = None,
            HasRun = false,
            StopIntent = None,
            WithoutSavepoint = false,
            SavepointRequestTimestamp = snapshot.Now,
            Failures = 0,
            FailedRuns = 0,
            UnreachableSince = None,
            MissingSince = None,
            EndedAt = None,
            RunningSince = None,
            ClusterHealth = snapshot.ClusterHealth(),
        });

    /// <summary>The recorded request is carried out by this.</summary>
    public static JobConclusion Serve(this JobConclusion conclusion) =>
        conclusion with { Status = conclusion.Status with { Request = None, Refusal = "" } };

    /// <summary>Whether the recorded request asks to go without savepoint.</summary>
    public static bool AsksToGoUnsaved(this JobSnapshot snapshot) => snapshot.Status.Request.Exists(request => request.WithoutSavepoint);

    // Asked for by the user, for this one start: the job begins empty and what it had is not offered again.
    static JobStatus Forget(JobStatus status) => status with { RestorePoints = Empty, SavepointPath = "" };

    /// <summary>Nothing of the job runs any more.</summary>
    public static JobConclusion End(this JobSnapshot snapshot, SupervisorStatus state, Option<StopIntent> intent, Verdict verdict, string message) =>
        snapshot.Stay(verdict, message, status => status.GiveUpSavepoint(EndedBefore) with
        {
            SupervisorStatus = state,
            ResourceStatus = ResourceStatus.Updated,
            JobParallelism = 0,
            JobId = "",
            FlinkState = "",
            Submission = None,
            HasRun = false,
            StopIntent = intent,
            WithoutSavepoint = false,
            UnreachableSince = None,
            MissingSince = None,
            EndedAt = snapshot.Now,
            FailedRuns = intent == Resources.StopIntent.Fail ? status.FailedRuns + 1 : 0,
            RunningSince = None,
        });

    /// <summary>What is said about a savepoint that was still in progress when its job ended.</summary>
    public const string EndedBefore = "the job ended before it was complete";

    /// <summary>The savepoint in progress is not waited for any more; a user who asked for it is told why.</summary>
    public static JobStatus GiveUpSavepoint(this JobStatus status, string why) => status.Savepoint.IsNone ? status : status with
    {
        Savepoint = None,
        Refusal = status.Savepoint.Exists(request => request.Origin == RestorePointOrigin.Manual) ? $"{Savepoints.Failure}: {why}" : status.Refusal,
    };

    /// <summary>Whether the submission was recorded longer ago than this. While Flink does not answer, time does not count.</summary>
    public static bool StartedBefore(this JobSnapshot snapshot, TimeSpan timeout) =>
        snapshot.Status.Submission.Case is Submission last && snapshot.Now - last.Since - snapshot.Since(snapshot.Status.UnreachableSince) > timeout;

    /// <summary>Flink answers again: the time of its silence is not counted against the start.</summary>
    public static JobStatus AfterSilence(this JobStatus status, JobSnapshot snapshot) => status.UnreachableSince.IsNone ? status : status with
    {
        Submission = status.Submission.Map(last => last with { Since = last.Since + snapshot.Since(status.UnreachableSince) }),
        UnreachableSince = None,
    };

    /// <summary>A request that cannot be served is refused with its reason, which status and event show.</summary>
    public static JobConclusion Refuse(this JobSnapshot snapshot, Verdict verdict, string reason) =>
        snapshot.Stay(verdict, reason, status => status with { Request = None, Refusal = reason });

    /// <summary>A completed savepoint becomes the newest restore point; the request is done with.</summary>
    public static JobStatus WithSavepoint(this JobStatus status, JobSnapshot snapshot)
    {
        var (path, now) = (Savepoints.Path(snapshot), snapshot.Now);
        var request = status.Savepoint.IfNone(() => throw new InvalidOperationException("There is no savepoint request"));
        return status with
        {
            SavepointPath = path,
            SavepointTimestamp = now,
            SavepointRequestTimestamp = now,
            Savepoint = None,
            Failures = 0,
            Refusal = status.Refusal.StartsWith(Savepoints.Failure, StringComparison.Ordinal) ? "" : status.Refusal,
            RestorePoints = RestorePointLedger.Add(status.RestorePoints, new RestorePoint(path, request.Origin, Savepoints.Time(snapshot, path), request.JobId)),
        };
    }

    /// <summary>What the job shows of its cluster's health; nothing while the cluster is stopped or gone.</summary>
    public static string ClusterHealth(this JobSnapshot snapshot) => snapshot.Cluster.Map(cluster => cluster.ClusterHealth).IfNone("");

    /// <summary>
    /// All savepoints are forgotten, their files stay. Checkpoints are not the user's to forget, and a savepoint that the tasks are
    /// being restored from right now is in use.
    /// </summary>
    public static JobConclusion ForgetSavepoints(this JobSnapshot snapshot, Verdict verdict)
    {
        var used = snapshot.Status.HasRun ? "" : snapshot.Status.Submission.Map(last => last.RestorePoint).IfNone("");
        return snapshot.Stay(verdict, "the savepoint was forgotten", status => status with
        {
            SavepointPath = "",
            SavepointTimestamp = snapshot.Now,
            RestorePoints = status.RestorePoints.Filter(point => RestorePointLedger.IsCheckpoint(point) || point.Path == used).Strict(),
        }).Serve().LookAgainAt(snapshot.Now);
    }

    public static JobSpec ValidSpec(this JobSnapshot snapshot) =>
        snapshot.Spec.Match(spec => spec, _ => throw new InvalidOperationException("The rule must ask for SpecIsValid"));

    public static JobCluster KnownCluster(this JobSnapshot snapshot) =>
        snapshot.Cluster.IfNone(() => throw new InvalidOperationException("The rule must ask for the cluster"));

    public static string Errors(this JobSnapshot snapshot) => snapshot.Spec.Match(_ => "", errors => string.Join("; ", errors));

    public static Option<FlinkJobObservation> FlinkJob(this JobSnapshot snapshot) =>
        snapshot.Flink is Observation<FlinkJobObservation>.Known known ? known.Value : None;

    public static DateTimeOffset NextLook(this JobSnapshot snapshot) =>
        snapshot.Now + snapshot.Cluster.Map(cluster => cluster.PollingInterval).IfNone(TimeSpan.FromSeconds(5));
}
