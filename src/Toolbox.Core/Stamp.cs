using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core;

/// <summary>Turns a rule's conclusion into a decision: who decided, the conditions, the time of change, the event.</summary>
static class Stamp
{
    // Longer texts belong into logs.
    const int MessageLimit = 512;

    public static Decision<TStatus> Finish<TStatus>(
        string rule, Conclusion<TStatus> conclusion, StatusPort<TStatus> port, TStatus after, TStatus before,
        Option<string> failure, long generation, DateTimeOffset now, bool transition)
        where TStatus : class
    {
        var failed = failure.IsSome && !conclusion.Commands.IsEmpty;
        var verdict = failed ? Verdict.Stalled : conclusion.Verdict;
        var message = Shorten(failed ? failure.IfNone("") : conclusion.Message);
        var last = port.Decision(before);

        // A rule that acts within its state is followed at once by one that waits or rests: only the latter is worth a write.
        var refused = port.Refusal(after).Length > 0 && port.Refusal(after) != port.Refusal(before);
        var momentary = !conclusion.Commands.IsEmpty && !transition && !refused && verdict != Verdict.Stalled && conclusion.Upcoming.IsNone;
        var shown = conclusion.Upcoming.Filter(_ => !failed).IfNone(() => new Upcoming(rule, message));
        var decision = momentary ? last : last.Filter(item => item.Rule == shown.Rule && item.Message == shown.Message) || new LastDecision(shown.Rule, now, shown.Message);
        var status = momentary ? Momentary(conclusion.Status, after, before) : port.Write(after, new StatusStamp(
            decision, Conditions.From(port.Conditions(before), verdict, shown.Rule, shown.Message, generation, now), generation));
        var changed = !status.Equals(before);
        var notice = changed && !momentary && last.Map(item => item.Rule) != rule
            ? new Notice(refused || verdict == Verdict.Stalled, rule, message) : Option<Notice>.None;
        return new Decision<TStatus>(
            rule, changed ? port.Touch(status, now) : status, changed, conclusion.Commands, conclusion.WakeAt, verdict, notice);
    }

    // What is only counted or copied can wait for the rule that follows.
    static TStatus Momentary<TStatus>(TStatus concluded, TStatus after, TStatus before) where TStatus : class => concluded.Equals(before) ? before : after;

    static string Shorten(string message) => message.Length <= MessageLimit ? message : message[..(MessageLimit - 3)] + "...";
}
