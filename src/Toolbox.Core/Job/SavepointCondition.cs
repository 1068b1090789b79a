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
        var isTrue = Find(status.Conditions) is { Status: true };
        return isTrue == status.Savepoint.IsSome ? status.Conditions : With(status.Conditions, Now(status, generation, now));
    }

    /// <summary>
    /// The conditions that follow from a verdict, and this one as it was; the first time it is False. Verdicts that brought it along are those
    /// from before.
    /// </summary>
    public static Seq<Condition> Keep(Seq<Condition> verdicts, Seq<Condition> before) => Find(verdicts) is not null
        ? before : With(verdicts, Find(before) ?? False(verdicts.Head.ObservedGeneration, verdicts.Head.LastTransitionTime));

    // Decisions are many and conditions few: plain loops cost a fraction of what lazy sequences do.
    static Condition? Find(Seq<Condition> conditions)
    {
        for (var index = 0; index < conditions.Count; index++)
            if (conditions[index].Type == Type) return conditions[index];
        return null;
    }

    static Seq<Condition> With(Seq<Condition> conditions, Condition own)
    {
        var all = new List<Condition>(conditions.Count + 1);
        for (var index = 0; index < conditions.Count; index++)
            if (conditions[index].Type != Type) all.Add(conditions[index]);
        all.Add(own);
        return all.ToArray().ToSeq();
    }

    static Condition Now(JobStatus status, long generation, DateTimeOffset now) => status.Savepoint.Match(
        savepoint => new Condition(Type, true, savepoint.Origin.ToString(), savepoint.StopsJob ? "the job stops with a savepoint" : "a savepoint is taken", now, generation),
        () => False(generation, now));

    static Condition False(long generation, DateTimeOffset time) => new(Type, false, "Not" + Type, "", time, generation);
}
