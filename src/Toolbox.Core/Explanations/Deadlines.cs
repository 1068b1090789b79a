using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Retry;

namespace Toolbox.Core.Explanations;

/// <summary>When facts that depend on the time change: what is waited for, and until when. Only those that matter in the present state.</summary>
static class Deadlines
{
    public static Seq<Deadline> Of(ClusterSnapshot snapshot, ClusterFacts facts)
    {
        if (snapshot.Spec.Case is not ClusterSpec spec) return LanguageExt.Seq<Deadline>.Empty;
        var hasSurplus = facts.TaskManagers is TaskManagerFact.SurplusIdle or TaskManagerFact.SurplusBusy;
        return Ordered(
            When(nameof(facts.RescaleDelayIsOver), hasSurplus && !facts.RescaleDelayIsOver, snapshot.Status.RescaleTimestamp, spec.RescaleDelay),
            When(nameof(facts.FlinkIsSilentTooLong), !facts.FlinkAnswers && !facts.FlinkIsSilentTooLong, snapshot.Status.UnreachableSince, spec.TaskTimeout));
    }

    public static Seq<Deadline> Of(JobSnapshot snapshot, JobFacts facts)
    {
        var (status, spec) = (snapshot.Status, snapshot.Spec.Case as JobSpec);
        var timeout = snapshot.Cluster.Map(cluster => cluster.TaskTimeout).IfNone(TimeSpan.FromMinutes(5));
        var since = status.Submission.Map(last => last.Since);
        var takesPeriodic = status is { SupervisorStatus: SupervisorStatus.Started, Savepoint.IsNone: true } && spec is not null && spec.SavepointInterval > TimeSpan.Zero;
        return Ordered(
            When(nameof(facts.RetryIsDue), !facts.RetryIsDue, status.SavepointRequestTimestamp, RetryPolicy.Delay(status.Failures)),
            When(nameof(facts.RestartDelayIsOver), status.SupervisorStatus == SupervisorStatus.Stopped && spec is not null && facts is { RestartDelayIsOver: false, RestartIsAllowed: true },
                status.EndedAt || status.Timestamp, spec is null ? null : RestartBackOff.Delay(spec.RestartDelay, status.FailedRuns)),
            When(nameof(facts.StartTakesTooLong), spec is not null && facts is { StartTakesTooLong: false, Submission: SubmissionFact.Pending } && status.UnreachableSince.IsNone, since, spec?.RestartTimeout),
            When(nameof(facts.PeriodicSavepointIsDue), takesPeriodic && !facts.PeriodicSavepointIsDue, status.SavepointRequestTimestamp, spec?.SavepointInterval),
            When(nameof(facts.StopTakesTooLong), status.SupervisorStatus == SupervisorStatus.Stopping && facts is { SavepointIsTaken: true, StopTakesTooLong: false },
                status.SavepointRequestTimestamp, timeout),
            When(nameof(facts.FlinkIsSilentTooLong), facts is { Flink: FlinkFact.Silent, FlinkIsSilentTooLong: false }, status.UnreachableSince, timeout));
    }

    static Option<Deadline> When(string fact, bool waits, Option<DateTimeOffset> since, TimeSpan? delay) =>
        waits && delay is { } length ? since.Map(time => new Deadline(fact, time + length)) : Option<Deadline>.None;

    static Seq<Deadline> Ordered(params Option<Deadline>[] deadlines) => deadlines.Somes().OrderBy(deadline => deadline.At).ToSeq().Strict();
}
