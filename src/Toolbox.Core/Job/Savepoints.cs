using Toolbox.Core.Commands;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Job;

/// <summary>Savepoint requests: their ids, their answers, and when to ask again.</summary>
static class Savepoints
{
    // Before Flink 1.15 the id is Flink's, and a lost answer shows only in the list of checkpoints some time later.
    static readonly TimeSpan PatienceWithOldFlink = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A request as it is recorded before Flink is asked; its id is fresh for every savepoint of a job.</summary>
    public static SavepointRequest Request(JobSnapshot snapshot, RestorePointOrigin origin, bool stopsJob)
    {
        var jobId = snapshot.Status.Submission.Map(last => last.JobId).IfNone("");
        var triggerId = snapshot.KnownCluster().TriggerIdIsOurs ? Identifiers.TriggerId(jobId, snapshot.Now.ToUnixTimeMilliseconds()) : "";
        return new SavepointRequest(jobId, triggerId, origin, stopsJob, snapshot.Status.Attempt, snapshot.Now);
    }

    /// <summary>Where savepoints go; empty, which means Flink's own default, where the spec names no place.</summary>
    public static string Target(JobSnapshot snapshot) => snapshot.Spec.Match(spec => spec.SavepointTargetPath, _ => "");

    public static bool MayAskAgain(JobSnapshot snapshot) =>
        snapshot.Status.SavepointRequestTimestamp.Match(
            time => snapshot.Now - time > (snapshot.KnownCluster().TriggerIdIsOurs ? Patience : PatienceWithOldFlink), () => true);

    public static Command Ask(JobSnapshot snapshot)
    {
        var request = snapshot.Status.Savepoint.IfNone(() => throw new InvalidOperationException("There is no savepoint request"));
        return request.StopsJob
            ? new Command.Flink.StopJobWithSavepoint(request.JobId, Target(snapshot), request.TriggerId)
            : new Command.Flink.TriggerSavepoint(request.JobId, Target(snapshot), request.TriggerId);
    }

    /// <summary>Where the completed savepoint lies: from the answer, or from Flink's list where the answer was lost.</summary>
    public static string Path(JobSnapshot snapshot) =>
        snapshot.Savepoint is Observation<SavepointAnswer>.Known { Value: SavepointAnswer.Completed completed }
            ? completed.Path
            : snapshot.FlinkJob().Bind(job => job.Savepoint).Map(point => point.Path).IfNone("");

    /// <summary>
    /// When it was completed: by Flink's clock where Flink lists it, so that it compares with checkpoints, else by ours.
    /// </summary>
    public static DateTimeOffset Time(JobSnapshot snapshot, string path) =>
        snapshot.FlinkJob().Bind(job => job.Savepoint).Filter(point => point.Path == path).Map(point => point.Time).IfNone(snapshot.Now);

    /// <summary>How a refusal begins that reports a failed savepoint.</summary>
    public const string Failure = "the savepoint failed";

    public static string Reason(JobSnapshot snapshot) =>
        snapshot.Savepoint is Observation<SavepointAnswer>.Known { Value: SavepointAnswer.Failed failed } ? failed.Reason : "no reason given";

    /// <summary>Why an ended job has no savepoint although one was asked for.</summary>
    public static string WhyNot(JobSnapshot snapshot) =>
        snapshot.Savepoint is Observation<SavepointAnswer>.Known { Value: SavepointAnswer.Failed } ? Reason(snapshot) : JobConclusions.EndedBefore;

    /// <summary>Quick looks at first, slower ones for a savepoint that takes long.</summary>
    public static TimeSpan Interval(JobSnapshot snapshot)
    {
        var age = snapshot.Status.Savepoint.Map(request => snapshot.Now - request.Since).IfNone(TimeSpan.Zero);
        return age < TimeSpan.FromSeconds(10) ? JobConclusions.ShortInterval : TimeSpan.FromSeconds(2);
    }
}
