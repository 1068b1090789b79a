using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>
/// The condition SavepointInProgress of a FlinkJob: True while a savepoint is recorded that has not come to an end, whatever it is taken for. It
/// stands beside Ready, Reconciling, Stalled and Suspended and says nothing about them.
/// </summary>
static class SavepointCondition
{
    const string Type = "SavepointInProgress";

    /// <summary>The conditions with this one as the status has it; the same ones when it does already.</summary>
    public static Seq<Condition> Follow(JobStatus status, long generation, DateTimeOffset now)
    {
        var isTrue = status.Conditions.Exists(item => item.Type == Type && item.Status);
        return isTrue == status.Savepoint.IsSome ? status.Conditions : Others(status.Conditions).Add(Now(status, generation, now));
    }

    /// <summary>The conditions that follow from a verdict, and this one as it was; the first time it is False. Verdicts that brought it along are those from before.</summary>
    public static Seq<Condition> Keep(Seq<Condition> verdicts, Seq<Condition> before) => verdicts.Exists(item => item.Type == Type) ? before : verdicts.Add(
        before.Find(item => item.Type == Type).IfNone(() => False(verdicts.Head.ObservedGeneration, verdicts.Head.LastTransitionTime)));

    static Seq<Condition> Others(Seq<Condition> conditions) => conditions.Filter(item => item.Type != Type);

    static Condition Now(JobStatus status, long generation, DateTimeOffset now) => status.Savepoint.Match(
        savepoint => new Condition(Type, true, savepoint.Origin.ToString(), savepoint.StopsJob ? "the job stops with a savepoint" : "a savepoint is taken", now, generation),
        () => False(generation, now));

    static Condition False(long generation, DateTimeOffset time) => new(Type, false, "Not" + Type, "", time, generation);
}
