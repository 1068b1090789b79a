using LanguageExt;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Resources;

/// <summary>
/// The conditions that follow from a verdict: Ready, Reconciling and Stalled as kstatus reads them
/// (https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/README.md), and Suspended.
/// </summary>
public static class Conditions
{
    static readonly (string Type, string Negative, Verdict Verdict)[] All =
    [
        ("Ready", "NotReady", Verdict.Ready), ("Reconciling", "NotReconciling", Verdict.Reconciling),
        ("Stalled", "NotStalled", Verdict.Stalled), ("Suspended", "NotSuspended", Verdict.Suspended),
    ];

    /// <summary>
    /// Conditions that say the same as before are the ones from before, with what stands beside them: most decisions are about resources at rest.
    /// </summary>
    public static Seq<Condition> From(Seq<Condition> before, Verdict verdict, string reason, string message, long generation, DateTimeOffset now) =>
        IsSame(before, verdict, reason, message, generation) ? before : Seq(
            Next(before, 0, verdict, reason, message, generation, now),
            Next(before, 1, verdict, reason, message, generation, now),
            Next(before, 2, verdict, reason, message, generation, now),
            Next(before, 3, verdict, reason, message, generation, now));

    static bool IsSame(Seq<Condition> before, Verdict verdict, string reason, string message, long generation)
    {
        if (before.Count < All.Length) return false;
        for (var index = 0; index < All.Length; index++)
        {
            var (last, status) = (before[index], All[index].Verdict == verdict);
            if (last.Type != All[index].Type || last.Status != status || last.ObservedGeneration != generation) return false;
            if (last.Reason != (status ? reason : All[index].Negative) || last.Message != (status ? message : "")) return false;
        }
        return true;
    }

    // The time moves only when the status does.
    static Condition Next(Seq<Condition> before, int index, Verdict verdict, string reason, string message, long generation, DateTimeOffset now)
    {
        var (type, negative, own) = All[index];
        var status = verdict == own;
        var time = Last(before, index) is { } last && last.Status == status ? last.LastTransitionTime : now;
        return status ? new Condition(type, true, reason, message, time, generation) : new Condition(type, false, negative, "", time, generation);
    }

    // Where we wrote them they stand in our order.
    static Condition? Last(Seq<Condition> before, int index) => index < before.Count && before[index].Type == All[index].Type
        ? before[index] : before.Find(item => item.Type == All[index].Type).Case as Condition;
}
