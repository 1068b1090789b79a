using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Explanations;

/// <summary>Where a job would begin, by the same ledger that a submission reads.</summary>
static class NextStart
{
    public static ExplainedStart Of(JobSnapshot snapshot, JobFacts facts)
    {
        var status = snapshot.Status;
        if (facts.Intent == StopIntent.RestartEmpty) return new ExplainedStart(None, "it begins empty: that was asked for, this once");
        var found = RestorePointLedger.Newest(status.RestorePoints).Map(point => new ExplainedStart(point.Path, Sentence(point)))
            || FromStatus(status) || FromSpec(snapshot);
        var start = found.IfNone(new ExplainedStart(None, "it begins empty: there is no restore point"));
        var runs = status.SupervisorStatus == SupervisorStatus.Started || (status.SupervisorStatus == SupervisorStatus.Stopping && facts.LivesInFlink);
        return runs && facts.SavepointIsWanted
            ? start with { Sentence = $"a savepoint is taken first when it stops in order to start again; if the JobManager were lost now: {start.Sentence}" }
            : start;
    }

    // A status written by the older toolbox has a savepoint path but no ledger.
    static LanguageExt.Option<ExplainedStart> FromStatus(JobStatus status) => status.SavepointPath.Length == 0
        ? None : Some(new ExplainedStart(status.SavepointPath, "it starts from the savepoint of its status"));

    static LanguageExt.Option<ExplainedStart> FromSpec(JobSnapshot snapshot) => snapshot.Spec.Match(spec => spec.SavepointPath, _ => "") is { Length: > 0 } path
        && snapshot.Status.SupervisorStatus == SupervisorStatus.Unknown
            ? Some(new ExplainedStart(path, "it starts from spec.savepoint.savepointPath, which counts for the very first start")) : None;

    static string Sentence(RestorePoint point) =>
        $"it starts from the newest restore point, {(point.Origin == RestorePointOrigin.Initial ? "the one that its spec named" : $"{point.Origin} of {point.Time:yyyy-MM-dd HH:mm:ss}Z")}";
}
