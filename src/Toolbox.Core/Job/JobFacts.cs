using LanguageExt;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Retry;

namespace Toolbox.Core.Job;

/// <summary>The named truths that the job's rules read; computed once for each decision.</summary>
public sealed partial record JobFacts
{
    public required bool IsDeleting { get; init; }
    public required bool HasFinalizer { get; init; }
    public required bool SpecIsValid { get; init; }
    public required ClusterFact Cluster { get; init; }
    public required RequestFact Request { get; init; }
    public required bool BootstrapIsChanged { get; init; }
    public required bool ParallelismIsChanged { get; init; }
    public required bool IsSuspended { get; init; }
    public required BootstrapFact Bootstrap { get; init; }
    public required SubmissionFact Submission { get; init; }

    /// <summary>The submission starts from what is the newest restore point still.</summary>
    public required bool SubmissionIsUpToDate { get; init; }
    public required FlinkFact Flink { get; init; }
    public required bool FlinkIsSilentTooLong { get; init; }
    public required bool FlinkForgotJobForLong { get; init; }
    public required SavepointFact Savepoint { get; init; }
    public required bool SavepointStopsJob { get; init; }
    public required bool SavepointIsWanted { get; init; }
    public required bool ClusterGoesWithoutSavepoint { get; init; }
    public required bool SavepointIsTaken { get; init; }

    /// <summary>
    /// The job has ended, but what became of its savepoint is not known yet: Flink shows a job as FINISHED a moment before it answers that the
    /// savepoint is complete.
    /// </summary>
    public required bool SavepointIsOutstanding { get; init; }
    public required bool PeriodicSavepointIsDue { get; init; }
    public required bool HasRun { get; init; }
    public required bool RetainedCheckpointIsNewest { get; init; }
    public required Option<StopIntent> Intent { get; init; }
    public required bool RestartIsAllowed { get; init; }
    public required bool RestartDelayIsOver { get; init; }
    public required bool StartTakesTooLong { get; init; }
    public required bool StopTakesTooLong { get; init; }
    public required bool RetryIsDue { get; init; }

    // Longer than Kubernetes takes to report a JobManager's container that was restarted in place: then the job is lost, not forgotten.
    static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(60);

    public static JobFacts From(JobSnapshot snapshot)
    {
        var status = snapshot.Status;
        var spec = snapshot.Spec.Case as JobSpec;
        var taskTimeout = snapshot.Cluster.Map(cluster => cluster.TaskTimeout).IfNone(TimeSpan.FromMinutes(5));
        var taken = IsStopSavepointTaken(status);
        return new JobFacts
        {
            IsDeleting = snapshot.Metadata.IsDeleting,
            HasFinalizer = snapshot.Metadata.HasFinalizer(Finalizers.Supervisor),
            SpecIsValid = spec is not null,
            Cluster = ClusterOf(snapshot),
            Request = Requests.Fact(snapshot.Annotation, status.Request),
            BootstrapIsChanged = spec is not null && status.Digest.Exists(digest => digest.Bootstrap != spec.Digest.Bootstrap),
            ParallelismIsChanged = spec is not null && status.Submission.Exists(last => last.Parallelism != spec.ClampedParallelism),
            IsSuspended = spec is { ClampedParallelism: 0 },
            Bootstrap = BootstrapOf(snapshot),
            Submission = SubmissionOf(snapshot),
            SubmissionIsUpToDate = status.Submission.Exists(last =>
                last.RestorePoint == RestorePointLedger.Newest(status.RestorePoints).Map(point => point.Path).IfNone("")),
            Flink = FlinkOf(snapshot),
            FlinkIsSilentTooLong = snapshot.Flink is Observation<FlinkJobObservation>.Unreachable
                && status.UnreachableSince.Exists(since => snapshot.Now - since > taskTimeout),
            FlinkForgotJobForLong = snapshot.Flink is Observation<FlinkJobObservation>.Absent
                && status.MissingSince.Exists(since => snapshot.Now - since > Forgotten),
            Savepoint = SavepointOf(snapshot),
            SavepointStopsJob = status.Savepoint.Exists(request => request.StopsJob),
            SavepointIsWanted = !taken && !status.WithoutSavepoint && (status.StopIntent == StopIntent.Delete
                ? IsWantedOnDeletion(spec, status) : (spec?.SavepointMode ?? status.SavepointMode) == SavepointMode.Automatic),
            ClusterGoesWithoutSavepoint = !status.WithoutSavepoint && snapshot.Cluster.Exists(cluster =>
                cluster is { WithoutSavepoint: true, SupervisorStatus: SupervisorStatus.Stopping }),
            SavepointIsTaken = taken,
            SavepointIsOutstanding = IsOutstanding(snapshot) && !status.EndedAt.Exists(time => snapshot.Now - time > taskTimeout),
            PeriodicSavepointIsDue = spec is not null && spec.SavepointInterval > TimeSpan.Zero && status.Savepoint.IsNone
                && status.SavepointRequestTimestamp.Exists(time => snapshot.Now - time >= spec.SavepointInterval),
            HasRun = status.HasRun,
            RetainedCheckpointIsNewest = RestorePointLedger.Newest(status.RestorePoints).Exists(point =>
                point.Origin == RestorePointOrigin.RetainedCheckpoint && status.Submission.Exists(last => last.JobId == point.JobId)),
            Intent = status.StopIntent,
            RestartIsAllowed = spec is not null && MayRestart(spec.RestartPolicy, status),
            RestartDelayIsOver = spec is not null && snapshot.Now > Restarts.Due(status, spec.RestartDelay, snapshot.Now),
            StartTakesTooLong = spec is not null && snapshot.StartedBefore(spec.RestartTimeout),
            StopTakesTooLong = status.SavepointRequestTimestamp.Exists(time => snapshot.Now - time > taskTimeout),
            RetryIsDue = status.Failures == 0
                || status.SavepointRequestTimestamp.Match(time => snapshot.Now >= time + RetryPolicy.Delay(status.Failures), () => true),
        };
    }

    static ClusterFact ClusterOf(JobSnapshot snapshot) => snapshot.Cluster.Match(
        cluster => cluster.SupervisorStatus switch
        {
            SupervisorStatus.Starting => ClusterFact.Starting,
            SupervisorStatus.Started when cluster is { ResourceStatus: ResourceStatus.Updated, ClusterHealth: "HEALTHY" } => ClusterFact.Ready,
            SupervisorStatus.Started => ClusterFact.Unready,
            SupervisorStatus.Stopping when cluster.StopIntent.Exists(intent => intent is StopIntent.Restart or StopIntent.RestartEmpty) => ClusterFact.Restarting,
            SupervisorStatus.Stopping => ClusterFact.Stopping,
            SupervisorStatus.Stopped => ClusterFact.Stopped,
            SupervisorStatus.Terminated => ClusterFact.Terminated,
            _ => ClusterFact.Unknown,
        },
        () => ClusterFact.Missing);

    static BootstrapFact BootstrapOf(JobSnapshot snapshot) => snapshot.Bootstrap switch
    {
        { Presence: Presence.Absent } => BootstrapFact.Absent,
        { Presence: Presence.Terminating } => BootstrapFact.Terminating,
        var found when snapshot.Status.Submission.Match(last => last.JobId != found.JobId, () => true) => BootstrapFact.Stale,
        { HasFailed: true } => BootstrapFact.Failed,
        { HasSucceeded: true } => BootstrapFact.Succeeded,
        _ => BootstrapFact.Running,
    };

    // Kubernetes says whether the process that got the submission still lives; a failed call says nothing.
    static SubmissionFact SubmissionOf(JobSnapshot snapshot) => snapshot.Status.Submission.Match(
        last => snapshot.Cluster.Match(cluster => IsGone(cluster, last), () => true) ? SubmissionFact.Lost
            : last.JobId == snapshot.Status.JobId ? SubmissionFact.Accepted : SubmissionFact.Pending,
        () => SubmissionFact.None);

    static bool IsGone(JobCluster cluster, Submission last) =>
        cluster.SupervisorStatus is SupervisorStatus.Stopped or SupervisorStatus.Terminated
        || (cluster.JobManager.Length > 0 && cluster.JobManager != last.JobManager);

    static FlinkFact FlinkOf(JobSnapshot snapshot) => snapshot.Flink switch
    {
        Observation<FlinkJobObservation>.Unreachable => FlinkFact.Silent,
        Observation<FlinkJobObservation>.Absent => FlinkFact.Gone,
        Observation<FlinkJobObservation>.Known known => Fact(known.Value.State),
    };

    static FlinkFact Fact(FlinkJobState state) => state switch
    {
        FlinkJobState.Running => FlinkFact.Running,
        FlinkJobState.Restarting => FlinkFact.Restarting,
        FlinkJobState.Cancelling => FlinkFact.Cancelling,
        FlinkJobState.Finished => FlinkFact.Finished,
        FlinkJobState.Canceled => FlinkFact.Canceled,
        FlinkJobState.Failed => FlinkFact.Failed,
        _ => FlinkFact.Pending,
    };

    static SavepointFact SavepointOf(JobSnapshot snapshot) => snapshot.Status.Savepoint.Match(
        request => snapshot.Savepoint switch
        {
            Observation<SavepointAnswer>.Unreachable => SavepointFact.Silent,
            Observation<SavepointAnswer>.Absent => Unanswered(snapshot, request),
            Observation<SavepointAnswer>.Known known => known.Value switch
            {
                SavepointAnswer.InProgress => SavepointFact.InProgress,
                SavepointAnswer.Completed => SavepointFact.Completed,
                SavepointAnswer.Failed => SavepointFact.Failed,
                SavepointAnswer.Unknown => Unanswered(snapshot, request),
            },
        },
        () => SavepointFact.None);

    static SavepointFact Unanswered(JobSnapshot snapshot, SavepointRequest request) =>
        snapshot.Flink is Observation<FlinkJobObservation>.Known flink && flink.Value.Savepoint.Exists(point => point.Time >= request.Since)
            ? SavepointFact.Found : SavepointFact.NotAsked;

    static bool IsOutstanding(JobSnapshot snapshot) => FlinkOf(snapshot) is FlinkFact.Finished or FlinkFact.Canceled or FlinkFact.Failed
        && SavepointOf(snapshot) switch
        {
            SavepointFact.InProgress or SavepointFact.Silent => true,
            SavepointFact.NotAsked => FlinkOf(snapshot) == FlinkFact.Finished && !Savepoints.MayAskAgain(snapshot),
            _ => false,
        };

    // A spec that cannot be read may have asked for it: one try is made, but nothing that may never succeed holds the deletion up.
    static bool IsWantedOnDeletion(JobSpec? spec, JobStatus status) => spec?.SavepointOnDeletion ?? status.Failures == 0;

    static bool IsStopSavepointTaken(JobStatus status) => status.RestorePoints.Exists(point =>
        point.Origin is RestorePointOrigin.Stop or RestorePointOrigin.Upgrade && status.Submission.Exists(last => last.JobId == point.JobId));

    static bool MayRestart(RestartPolicy policy, JobStatus status) => policy switch
    {
        RestartPolicy.Always => true,
        RestartPolicy.OnlyIfFailed => status.FlinkState == "FAILED" || status.StopIntent == StopIntent.Fail,
        _ => false,
    };
}
