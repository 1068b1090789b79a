using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Job;

public static partial class JobRules
{
    /// <summary>Flink has the job: follow its state, keep its restore points, stop it safely when something must change.</summary>
    public static readonly JobRuleTable Started = new(SupervisorStatus.Started,
        new(nameof(StopWhenDeleted), facts => facts is { IsDeleting: true, RetryIsDue: true }, StopWhenDeleted, SupervisorStatus.Stopping),
        new(nameof(RecoverLostJob), facts => facts is { Submission: SubmissionFact.Lost or SubmissionFact.None, SpecIsValid: true, Cluster: ClusterFact.Ready or ClusterFact.Unready }, RecoverLostJob, SupervisorStatus.Starting),
        new(nameof(RecordSavepoint), facts => facts.Savepoint is SavepointFact.Completed or SavepointFact.Found, RecordSavepoint, SupervisorStatus.Started),
        new(nameof(WaitForOutstandingSavepoint), facts => facts.SavepointIsOutstanding, WaitForOutstandingSavepoint, SupervisorStatus.Started),
        new(nameof(SeekNewerCheckpoint), facts => facts is { CheckpointIsSuperseded: true, Flink: FlinkFact.Failed, Submission: SubmissionFact.Pending or SubmissionFact.Accepted }, SeekNewerCheckpoint, SupervisorStatus.Starting),
        new(nameof(EndFinishedJob), facts => facts.Flink == FlinkFact.Finished, EndFinishedJob, SupervisorStatus.Stopped),
        new(nameof(EndCanceledJob), facts => facts.Flink == FlinkFact.Canceled, EndCanceledJob, SupervisorStatus.Stopped),
        new(nameof(EndFailedJob), facts => facts.Flink == FlinkFact.Failed, EndFailedJob, SupervisorStatus.Stopped),
        new(nameof(EndVanishedJob), facts => facts is { FlinkForgotJobForLong: true, Submission: SubmissionFact.Accepted, Cluster: ClusterFact.Ready }, EndVanishedJob, SupervisorStatus.Stopped),
        new(nameof(StopToResumeWithCluster), facts => facts is { Cluster: ClusterFact.Restarting, RetryIsDue: true }, StopToResumeWithCluster, SupervisorStatus.Stopping),
        new(nameof(StopWithCluster), facts => facts is { Cluster: ClusterFact.Stopping or ClusterFact.Stopped or ClusterFact.Terminated, RetryIsDue: true }, StopWithCluster, SupervisorStatus.Stopping),
        JobRequestRules.RefuseUnknownRequest(SupervisorStatus.Started),
        JobRequestRules.RecordRequest(SupervisorStatus.Started),
        JobRequestRules.ResetRequestedAction(SupervisorStatus.Started),
        new(nameof(StopWhenRequested), facts => facts.Request == RequestFact.Stop, StopWhenRequested, SupervisorStatus.Stopping),
        new(nameof(RestartWhenRequested), facts => facts.Request == RequestFact.Start, RestartWhenRequested, SupervisorStatus.Stopping),
        new(nameof(StallOnInvalidSpec), facts => !facts.SpecIsValid, StallOnInvalidSpec, SupervisorStatus.Started),
        new(nameof(SuspendWithoutParallelism), facts => facts is { IsSuspended: true, RetryIsDue: true }, SuspendWithoutParallelism, SupervisorStatus.Stopping),
        new(nameof(RestartWhenBootstrapChanges), facts => facts is { BootstrapIsChanged: true, RetryIsDue: true }, RestartWhenBootstrapChanges, SupervisorStatus.Stopping),
        new(nameof(RestartWhenParallelismChanges), facts => facts is { ParallelismIsChanged: true, RetryIsDue: true }, RestartWhenParallelismChanges, SupervisorStatus.Stopping),
        JobRequestRules.Refuse("RefuseSecondSavepoint", SupervisorStatus.Started, facts => facts.Request == RequestFact.TriggerSavepoint && facts.Savepoint != SavepointFact.None, "a savepoint is in progress already"),
        JobRequestRules.Refuse("RefuseSavepointOfIdleJob", SupervisorStatus.Started, facts => facts.Request == RequestFact.TriggerSavepoint && facts.Flink is not (FlinkFact.Running or FlinkFact.Silent), "the job's tasks do not run yet"),
        new(nameof(TriggerSavepointWhenRequested), facts => facts is { Request: RequestFact.TriggerSavepoint, Flink: FlinkFact.Running }, TriggerSavepointWhenRequested, SupervisorStatus.Started),
        new(nameof(ForgetSavepointWhenRequested), facts => facts.Request == RequestFact.ForgetSavepoint, ForgetSavepointWhenRequested, SupervisorStatus.Started),
        new(nameof(ReportFailedSavepoint), facts => facts.Savepoint == SavepointFact.Failed, ReportFailedSavepoint, SupervisorStatus.Started),
        new(nameof(AskForSavepointAgain), facts => facts is { Savepoint: SavepointFact.NotAsked, Flink: FlinkFact.Running, SavepointStopsJob: false }, AskForSavepointAgain, SupervisorStatus.Started),
        new(nameof(TriggerPeriodicSavepoint), facts => facts is { PeriodicSavepointIsDue: true, Flink: FlinkFact.Running }, TriggerPeriodicSavepoint, SupervisorStatus.Started),
        new(nameof(MarkUnhealthy), facts => facts.FlinkIsSilentTooLong, MarkUnhealthy, SupervisorStatus.Started),
        new(nameof(WaitForFlink), facts => facts.Flink == FlinkFact.Silent, WaitForFlink, SupervisorStatus.Started),
        new(nameof(WaitForMissingJob), facts => facts.Flink == FlinkFact.Gone, WaitForMissingJob, SupervisorStatus.Started),
        new(nameof(WaitForSavepoint), facts => facts.Savepoint != SavepointFact.None, WaitForSavepoint, SupervisorStatus.Started),
        new(nameof(WaitForTasks), facts => facts.Flink == FlinkFact.Pending, WaitForTasks, SupervisorStatus.Started),
        new(nameof(ReportRestartingJob), facts => facts.Flink != FlinkFact.Running, ReportRestartingJob, SupervisorStatus.Started),
        new(nameof(WaitForRetry), facts => facts is { RetryIsDue: false, MustStop: true }, WaitForRetry, SupervisorStatus.Started),
        new(nameof(FollowJob), _ => true, FollowJob, SupervisorStatus.Started));

    // The process is gone and the Flink job with it; the newest restore point brings it back, whatever the restart policy says.
    // The submission stays recorded until it is certain that no late bootstrap has handed it to the new JobManager.
    static JobConclusion RecoverLostJob(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the JobManager was lost; the job recovers from its newest restore point", status => status.GiveUpSavepoint("the JobManager was lost before it was complete") with
        {
            SupervisorStatus = SupervisorStatus.Starting,
            ResourceStatus = ResourceStatus.Updating,
            JobId = "",
            FlinkState = "",
            HasRun = false,
            UnreachableSince = Option<DateTimeOffset>.None,
            MissingSince = Option<DateTimeOffset>.None,
            EndedAt = Option<DateTimeOffset>.None,
            RunningSince = Option<DateTimeOffset>.None,
            ClusterHealth = snapshot.ClusterHealth(),
        });

    static JobConclusion RecordSavepoint(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Ready, "a savepoint was completed", status => Follow(snapshot, status).WithSavepoint(snapshot))
            .LookAgainAt(snapshot.Now);

    static JobConclusion EndFinishedJob(JobSnapshot snapshot, JobFacts facts) =>
        Ended(snapshot, "FINISHED", Verdict.Ready, "the job has finished", RestorePointLedger.AfterFinish);

    static JobConclusion EndCanceledJob(JobSnapshot snapshot, JobFacts facts) =>
        Ended(snapshot, "CANCELED", Verdict.Suspended, "the job was cancelled in Flink", RestorePointLedger.AfterCancellation);

    static JobConclusion EndFailedJob(JobSnapshot snapshot, JobFacts facts) =>
        Ended(snapshot, "FAILED", Verdict.Stalled,
            snapshot.FlinkJob().Filter(job => job.Cause.Length > 0).Match(job => $"the job has failed: {job.Cause}", () => "the job has failed") + SoughtInVain(snapshot),
            RestorePointLedger.AfterFailure);

    static string SoughtInVain(JobSnapshot snapshot) =>
        (from job in snapshot.FlinkJob()
         where job.RestorePointIsMissing
         from newest in RestorePointLedger.Newest(snapshot.Status.RestorePoints)
         from last in snapshot.Status.Submission
         from distance in CheckpointPath.Distance(newest.Path, last.RestorePoint)
         where distance > 0
         select $"; neither {newest.Path} nor the {distance} checkpoints after it are there").IfNone("");

    // Flink forgets a job that ended an hour ago. Whether it finished or failed nobody can tell any more: the worse is assumed.
    static JobConclusion EndVanishedJob(JobSnapshot snapshot, JobFacts facts) =>
        Ended(snapshot, "FAILED", Verdict.Stalled, "Flink does not know the job any more", RestorePointLedger.AfterFailure);

    // Id and state stay readable after the end; the parallelism in use is none.
    static JobConclusion Ended(
        JobSnapshot snapshot, string state, Verdict verdict, string message, Func<Seq<RestorePoint>, string, Seq<RestorePoint>> left) =>
        snapshot.Stay(verdict, message, status => Follow(snapshot, status).GiveUpSavepoint(Savepoints.WhyNot(snapshot)) with
        {
            SupervisorStatus = SupervisorStatus.Stopped,
            ResourceStatus = ResourceStatus.Updated,
            JobParallelism = 0,
            FlinkState = state,
            Submission = Option<Submission>.None,
            StopIntent = Option<StopIntent>.None,
            HasRun = false,
            MissingSince = Option<DateTimeOffset>.None,
            EndedAt = status.EndedAt || snapshot.Now,
            FailedRuns = state == "FAILED" ? FailedRuns(snapshot, status) + 1 : 0,
            RunningSince = Option<DateTimeOffset>.None,
            RestorePoints = left(Follow(snapshot, status).RestorePoints, status.JobId),
        });

    // Failures from before a run that lasted do not count.
    static int FailedRuns(JobSnapshot snapshot, JobStatus status) =>
        snapshot.Spec.Case is JobSpec spec && Restarts.HasLasted(status, spec.RestartDelay, snapshot.Now) ? 0 : status.FailedRuns;

    static JobConclusion RestartWhenRequested(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stop(snapshot.AsksToGoUnsaved() ? StopIntent.RestartEmpty : StopIntent.Restart, "a restart was requested", snapshot.AsksToGoUnsaved()).Serve();

    static JobConclusion TriggerSavepointWhenRequested(JobSnapshot snapshot, JobFacts facts) => Trigger(snapshot, RestorePointOrigin.Manual).Serve();

    static JobConclusion TriggerPeriodicSavepoint(JobSnapshot snapshot, JobFacts facts) => Trigger(snapshot, RestorePointOrigin.Periodic);

    static JobConclusion Trigger(JobSnapshot snapshot, RestorePointOrigin origin)
    {
        var request = Savepoints.Request(snapshot, origin, stopsJob: false);
        return snapshot.Stay(Verdict.Ready, "a savepoint is taken", status => Follow(snapshot, status) with
            {
                ResourceStatus = ResourceStatus.Updating,
                Savepoint = request,
                SavepointRequestTimestamp = snapshot.Now,
            })
            .Do(new Command.Flink.TriggerSavepoint(request.JobId, Savepoints.Target(snapshot), request.TriggerId))
            .LookAgainAt(snapshot.Now + JobConclusions.ShortInterval);
    }

    static JobConclusion ForgetSavepointWhenRequested(JobSnapshot snapshot, JobFacts facts) => snapshot.ForgetSavepoints(Verdict.Ready);

    static JobConclusion ReportFailedSavepoint(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Stalled, $"the savepoint failed, the job goes on: {Savepoints.Reason(snapshot)}", status => status with
        {
            Savepoint = Option<SavepointRequest>.None,
            SavepointRequestTimestamp = snapshot.Now,
            ResourceStatus = ResourceStatus.Updated,
            Refusal = $"{Savepoints.Failure}: {Savepoints.Reason(snapshot)}",
        }).LookAgainAt(snapshot.NextLook());

    static JobConclusion AskForSavepointAgain(JobSnapshot snapshot, JobFacts facts) =>
        Savepoints.MayAskAgain(snapshot)
            ? snapshot.Stay(Verdict.Ready, "Flink does not know the savepoint request; it is asked again",
                    status => status with { SavepointRequestTimestamp = snapshot.Now })
                .Do(Savepoints.Ask(snapshot)).LookAgainAt(snapshot.Now + JobConclusions.ShortInterval)
            : snapshot.Stay(Verdict.Ready, "a savepoint is in progress").LookAgainAt(snapshot.Now + Savepoints.Interval(snapshot));

    static JobConclusion MarkUnhealthy(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Stalled, "Flink does not answer within the task timeout; nothing is restarted for that alone",
            status => status with { ClusterHealth = "UNHEALTHY" }).LookAgainAt(snapshot.NextLook());

    static JobConclusion WaitForFlink(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "Flink does not answer", Unanswered(snapshot))
            .LookAgainAt(snapshot.NextLook());

    // What was waited for while Flink answered is waited for anew once it answers again.
    static Func<JobStatus, JobStatus> Unanswered(JobSnapshot snapshot) => status => status with
    {
        UnreachableSince = status.UnreachableSince || snapshot.Now,
        MissingSince = Option<DateTimeOffset>.None,
        EndedAt = Option<DateTimeOffset>.None,
    };

    // Another process in the JobManager's pod answers so, too, before Kubernetes tells of it: then the job is lost, not forgotten.
    static JobConclusion WaitForMissingJob(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "Flink does not know the job", status => status with
        {
            UnreachableSince = Option<DateTimeOffset>.None,
            MissingSince = status.MissingSince || snapshot.Now,
            ClusterHealth = snapshot.ClusterHealth(),
        }).LookAgainAt(snapshot.NextLook());

    static JobConclusion WaitForSavepoint(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Ready, "a savepoint is in progress", status => Follow(snapshot, status) with { ResourceStatus = ResourceStatus.Updating })
            .LookAgainAt(snapshot.Now + Savepoints.Interval(snapshot));

    static JobConclusion WaitForTasks(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, WaitsForTasks, status => SinceDecision(snapshot) < PassingStates && status.UnreachableSince.IsNone ? status : Follow(snapshot, status))
            .LookAgainAt(StartedLately(snapshot) ? snapshot.Now + JobConclusions.ShortInterval : snapshot.NextLook());

    const string WaitsForTasks = "Flink has the job, but not all its tasks run yet";

    // A job that starts passes through several states within a moment; none of them is worth a write.
    static readonly TimeSpan PassingStates = TimeSpan.FromSeconds(15);

    static TimeSpan SinceDecision(JobSnapshot snapshot) => snapshot.Status.Decision.Map(last => snapshot.Now - last.Since).IfNone(TimeSpan.Zero);

    // A batch job never runs all its tasks at once; those who wait for a start wait for seconds.
    static bool StartedLately(JobSnapshot snapshot) => SinceDecision(snapshot) < TimeSpan.FromSeconds(30);

    static JobConclusion ReportRestartingJob(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Stalled,
                snapshot.FlinkJob().Filter(job => job.Cause.Length > 0).Match(job => $"Flink restarts the job: {job.Cause}", () => "Flink restarts the job"),
                status => Follow(snapshot, status))
            .LookAgainAt(snapshot.NextLook());

    // What makes the job stop is still there, but its savepoint has failed lately.
    static JobConclusion WaitForRetry(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Stalled, $"the job runs and is stopped again later: {snapshot.Status.Refusal}",
                status => Follow(snapshot, status) with { ResourceStatus = ResourceStatus.Updating, HasRun = true })
            .LookAgainAt(snapshot.NextLook());

    static JobConclusion FollowJob(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Ready, "the job runs", status => Rests(status) ? Follow(snapshot, status) : Follow(snapshot, status) with
        {
            ResourceStatus = ResourceStatus.Updated,
            HasRun = true,
            FailedRuns = FailedRuns(snapshot, status),
            RunningSince = FailedRuns(snapshot, status) == 0 ? Option<DateTimeOffset>.None : status.RunningSince || snapshot.Now,
        }).LookAgainAt(Earliest(snapshot));

    static bool Rests(JobStatus status) => status is { ResourceStatus: ResourceStatus.Updated, HasRun: true, FailedRuns: 0 };

    // A periodic savepoint that falls due before the next look brings the look forward.
    static DateTimeOffset Earliest(JobSnapshot snapshot)
    {
        var next = snapshot.NextLook();
        var spec = snapshot.ValidSpec();
        var due = spec.SavepointInterval > TimeSpan.Zero
            ? snapshot.Status.SavepointRequestTimestamp.Map(time => time + spec.SavepointInterval).Filter(time => time > snapshot.Now).IfNone(next)
            : next;
        return due < next ? due : next;
    }

    // What Flink says about the job, taken over as it is: state, and the newest checkpoint where it outlives the pods.
    static JobStatus Follow(JobSnapshot snapshot, JobStatus status)
    {
        if (snapshot.Flink is not Observation<FlinkJobObservation>.Known { Value: var job }) return status;
        var health = snapshot.Cluster.Case is JobCluster cluster ? cluster.ClusterHealth : status.ClusterHealth;
        var known = Found(job, status);
        var points = job.Checkpoint.Case is RestorePoint point && IsDurable(snapshot, point) ? RestorePointLedger.Add(known, point) : known;
        var isSame = status is { UnreachableSince.IsNone: true, MissingSince.IsNone: true }
            && job.StateText == status.FlinkState && health == status.ClusterHealth && points == status.RestorePoints;
        return isSame ? status : status with
        {
            FlinkState = job.StateText,
            UnreachableSince = Option<DateTimeOffset>.None,
            MissingSince = Option<DateTimeOffset>.None,
            ClusterHealth = health,
            RestorePoints = points,
        };
    }

    // The job has started from a checkpoint that was sought because the recorded one was gone: it takes that one's place.
    static Seq<RestorePoint> Found(FlinkJobObservation job, JobStatus status)
    {
        if (job.RestorePointIsMissing || job.State is FlinkJobState.Pending or FlinkJobState.Cancelling or FlinkJobState.Canceled) return status.RestorePoints;
        return status.Submission.Case is Submission last && RestorePointLedger.Newest(status.RestorePoints).Case is RestorePoint newest
            && newest.Path != last.RestorePoint && CheckpointPath.Leads(newest.Path, last.RestorePoint)
            ? status.RestorePoints.Map(point => point == newest ? point with { Path = last.RestorePoint } : point).Strict() : status.RestorePoints;
    }

    static bool IsDurable(JobSnapshot snapshot, RestorePoint point) =>
        RestorePointLedger.IsDurable(point.Path, snapshot.Cluster.Map(cluster => cluster.StoragePaths).IfNone(LanguageExt.Seq<string>.Empty));
}
