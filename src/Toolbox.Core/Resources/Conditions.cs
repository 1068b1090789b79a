using LanguageExt;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Resources;

/// <summary>
/// The conditions that follow from a verdict: Ready, Reconciling and Stalled as kstatus reads them
/// (https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/README.md), and Suspended.
/// </summary>
public static class Conditions
{
    public static Seq<Condition> From(Seq<Condition> before, Verdict verdict, string reason, string message, long generation, DateTimeOffset now) =>
        Seq(
            Next(before, "Ready", verdict == Verdict.Ready, reason, message, generation, now),
            Next(before, "Reconciling", verdict == Verdict.Reconciling, reason, message, generation, now),
            Next(before, "Stalled", verdict == Verdict.Stalled, reason, message, generation, now),
            Next(before, "Suspended", verdict == Verdict.Suspended, reason, message, generation, now));

    // The time moves only when the status does; an unchanged condition keeps its text too, so that it costs no write.
    static Condition Next(Seq<Condition> before, string type, bool status, string reason, string message, long generation, DateTimeOffset now)
    {
        var last = before.Find(item => item.Type == type);
        var time = last.Filter(item => item.Status == status).Map(item => item.LastTransitionTime).IfNone(now);
        return status
            ? new Condition(type, true, reason, message, time, generation)
            : new Condition(type, false, "Not" + type, "", time, generation);
    }
}
