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

    /// <summary>The submission starts from what is the newest restore point still, or from a checkpoint that came after it.</summary>
    public required bool SubmissionIsUpToDate { get; init; }

    /// <summary>
    /// Flink has deleted the checkpoint that the job was to start from, and does so only when a newer one is complete: that one came
    /// after the last look at the job that is lost.
    /// </summary>
    public required bool CheckpointIsSuperseded { get; init; }
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
        var (spec, cluster, submission) = (snapshot.Spec.Case as JobSpec, snapshot.Cluster.Case as JobCluster, status.Submission.Case as Submission);
        var taskTimeout = cluster?.TaskTimeout ?? TimeSpan.FromMinutes(5);
        var newest = RestorePointLedger.Newest(status.RestorePoints).Case as RestorePoint;
        var taken = IsStopSavepointTaken(status, submission);
        return new JobFacts
        {
            IsDeleting = snapshot.Metadata.IsDeleting,
            HasFinalizer = snapshot.Metadata.HasFinalizer(Finalizers.Supervisor),
            SpecIsValid = spec is not null,
            Cluster = ClusterOf(cluster),
            Request = Requests.Fact(snapshot.Annotation, status.Request),
            BootstrapIsChanged = spec is not null && status.Digest.Case is JobDigest digest && digest.Bootstrap != spec.Digest.Bootstrap,
            ParallelismIsChanged = spec is not null && submission is not null && submission.Parallelism != spec.ClampedParallelism,
            IsSuspended = spec is { ClampedParallelism: 0 },
            Bootstrap = BootstrapOf(snapshot, submission),
            Submission = SubmissionOf(snapshot, cluster, submission),
            SubmissionIsUpToDate = submission is not null && CheckpointPath.Leads(newest?.Path ?? "", submission.RestorePoint),
            CheckpointIsSuperseded = submission is not null && newest is not null && IsSuperseded(snapshot, newest, submission),
            Flink = FlinkOf(snapshot),
            FlinkIsSilentTooLong = snapshot.Flink is Observation<FlinkJobObservation>.Unreachable
                && snapshot.Since(status.UnreachableSince) > taskTimeout,
            FlinkForgotJobForLong = snapshot.Flink is Observation<FlinkJobObservation>.Absent
                && snapshot.Since(status.MissingSince) > Forgotten,
            Savepoint = SavepointOf(snapshot),
            SavepointStopsJob = status.Savepoint.Case is SavepointRequest { StopsJob: true },
            SavepointIsWanted = !taken && !status.WithoutSavepoint && (status.StopIntent == StopIntent.Delete
                ? IsWantedOnDeletion(spec, status) : (spec?.SavepointMode ?? status.SavepointMode) == SavepointMode.Automatic),
            ClusterGoesWithoutSavepoint = !status.WithoutSavepoint && cluster is { WithoutSavepoint: true, SupervisorStatus: SupervisorStatus.Stopping },
            SavepointIsTaken = taken,
            SavepointIsOutstanding = IsOutstanding(snapshot) && snapshot.Since(status.EndedAt) <= taskTimeout,
            PeriodicSavepointIsDue = spec is not null && spec.SavepointInterval > TimeSpan.Zero && status.Savepoint.IsNone
                && snapshot.Since(status.SavepointRequestTimestamp) >= spec.SavepointInterval,
            HasRun = status.HasRun,
            RetainedCheckpointIsNewest = newest is { Origin: RestorePointOrigin.RetainedCheckpoint } && submission?.JobId == newest.JobId,
            Intent = status.StopIntent,
            RestartIsAllowed = spec is not null && MayRestart(spec.RestartPolicy, status),
            RestartDelayIsOver = spec is not null && snapshot.Now > Restarts.Due(status, spec.RestartDelay, snapshot.Now),
            StartTakesTooLong = spec is not null && snapshot.StartedBefore(spec.RestartTimeout),
            StopTakesTooLong = snapshot.Since(status.SavepointRequestTimestamp) > taskTimeout,
            RetryIsDue = status.Failures == 0
                || status.SavepointRequestTimestamp.IsNone || snapshot.Since(status.SavepointRequestTimestamp) >= RetryPolicy.Delay(status.Failures),
        };
    }

    static ClusterFact ClusterOf(JobCluster? cluster) => cluster?.SupervisorStatus switch
    {
        null => ClusterFact.Missing,
        SupervisorStatus.Starting => ClusterFact.Starting,
        SupervisorStatus.Started when cluster is { ResourceStatus: ResourceStatus.Updated, ClusterHealth: "HEALTHY" } => ClusterFact.Ready,
        SupervisorStatus.Started => ClusterFact.Unready,
        SupervisorStatus.Stopping when cluster.StopIntent.Exists(intent => intent is StopIntent.Restart or StopIntent.RestartEmpty) => ClusterFact.Restarting,
        SupervisorStatus.Stopping => ClusterFact.Stopping,
        SupervisorStatus.Stopped => ClusterFact.Stopped,
        SupervisorStatus.Terminated => ClusterFact.Terminated,
        _ => ClusterFact.Unknown,
    };

    static BootstrapFact BootstrapOf(JobSnapshot snapshot, Submission? submission) => snapshot.Bootstrap switch
    {
        { Presence: Presence.Absent } => BootstrapFact.Absent,
        { Presence: Presence.Terminating } => BootstrapFact.Terminating,
        var found when submission?.JobId != found.JobId => BootstrapFact.Stale,
        { HasFailed: true } => BootstrapFact.Failed,
        { HasSucceeded: true } => BootstrapFact.Succeeded,
        _ => BootstrapFact.Running,
    };

    // Kubernetes says whether the process that got the submission still lives; a failed call says nothing.
    static SubmissionFact SubmissionOf(JobSnapshot snapshot, JobCluster? cluster, Submission? submission) =>
        submission is null ? SubmissionFact.None
        : cluster is null || IsGone(cluster, submission) ? SubmissionFact.Lost
        : submission.JobId == snapshot.Status.JobId ? SubmissionFact.Accepted : SubmissionFact.Pending;

    static bool IsGone(JobCluster cluster, Submission last) =>
        cluster.SupervisorStatus is SupervisorStatus.Stopped or SupervisorStatus.Terminated
        || (cluster.JobManager.Length > 0 && cluster.JobManager != last.JobManager);

    static bool IsSuperseded(JobSnapshot snapshot, RestorePoint newest, Submission submission) =>
        snapshot.FlinkJob().Exists(job => job.RestorePointIsMissing && job.JobId == submission.JobId) && RestorePointLedger.IsCheckpoint(newest)
        && CheckpointPath.Next(submission.RestorePoint).Exists(next => CheckpointPath.Leads(newest.Path, next));

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

    static SavepointFact SavepointOf(JobSnapshot snapshot) => snapshot.Status.Savepoint.Case is not SavepointRequest request ? SavepointFact.None : snapshot.Savepoint switch
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
    };

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

    static bool IsStopSavepointTaken(JobStatus status, Submission? submission) => submission is not null && status.RestorePoints.Exists(point =>
        point.Origin is RestorePointOrigin.Stop or RestorePointOrigin.Upgrade && submission.JobId == point.JobId);

    static bool MayRestart(RestartPolicy policy, JobStatus status) => policy switch
    {
        RestartPolicy.Always => true,
        RestartPolicy.OnlyIfFailed => status.FlinkState == "FAILED" || status.StopIntent == StopIntent.Fail,
        _ => false,
    };
}
