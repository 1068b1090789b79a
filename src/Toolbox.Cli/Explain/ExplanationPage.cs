using System.Globalization;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Output;
using Toolbox.Core.Explanations;
using Toolbox.Core.Resources;

namespace Toolbox.Cli.Explain;

/// <summary>An explanation for people: first what matters most at three in the morning, then all that it follows from.</summary>
static class ExplanationPage
{
    public static void Write(Explanation explanation, Page page)
    {
        Head(explanation, page);
        foreach (var note in explanation.Notes) page.Text($"! {note}", Tone.Busy);
        Decision(explanation, page);
        page.Table("What time alone changes", ["fact becomes true", "when"], explanation.Deadlines.Map(deadline =>
            new TableRow(Tone.Plain, deadline.Fact, RelativeTime.Of(deadline.At, explanation.Now))));
        page.Table("Observed", ["what", "answer", ""], explanation.Looks.Map(look =>
            new TableRow(look.Answer == "Unreachable" ? Tone.Busy : Tone.Plain, look.Of, look.Answer, look.Text)));
        page.Table("Pods", ["role", "name", "phase", "ready", "restarts", "address", "trouble"], explanation.Pods.Map(Pod));
        page.Table("Restore points, newest first", ["time", "origin", "path"], explanation.RestorePoints.Map(point =>
            new TableRow(explanation.Start.Exists(start => start.RestorePoint == point.Path) ? Tone.Good : Tone.Plain, RelativeTime.Of(point.Time, explanation.Now), point.Origin.ToString(), point.Path)));
        page.Table(
            explanation.State.Length > 0 ? $"Rules of state {explanation.State}: the first that holds decides" : "Rules: the first that holds decides",
            ["", "#", "rule", "holds when", "now"], explanation.Rules.Map(Rule));
        page.Table("Facts", ["fact", "value"], explanation.Facts.Map(fact => new TableRow(Tone.Plain, fact.Name, fact.Value)));
        page.Finish();
    }

    static void Head(Explanation explanation, Page page)
    {
        page.Title($"{explanation.Kind} {explanation.Namespace}/{explanation.Name}");
        var next = explanation.NextStates.IsEmpty ? "nothing follows" : $"may become {string.Join(", ", explanation.NextStates)}";
        page.Labels(
            ("looked at", RelativeTime.Of(explanation.Now, explanation.Now)),
            ("state", explanation.State.Length > 0 ? $"{explanation.State} ({next}), resource {explanation.ResourceStatus}" : $"resource {explanation.ResourceStatus}"),
            ("conditions", string.Join(", ", explanation.Conditions.Filter(condition => condition.Status)
                .Map(condition => $"{condition.Type} since {RelativeTime.Of(condition.LastTransitionTime, explanation.Now)}"))),
            ("last decision", explanation.LastDecision.Match(last => $"{last.Rule} since {RelativeTime.Of(last.Since, explanation.Now)}: {last.Message}", () => "none yet")),
            ("request", explanation.Request.Match(request => Text(request, explanation.Now), () => "")),
            ("last refusal", explanation.Refusal),
            ("next start", explanation.Start.Match(start => start.RestorePoint.Match(path => $"{path}: {start.Sentence}", () => start.Sentence), () => "")));
    }

    static void Decision(Explanation explanation, Page page)
    {
        var decision = explanation.Decision;
        page.BlankLine();
        page.Title("What is decided now");
        page.Labels(
            ("rule", decision.Rule),
            ("because", decision.Message),
            ("verdict", decision.State.Length > 0 && decision.State != explanation.State ? $"{decision.Verdict}, the state becomes {decision.State}" : decision.Verdict.ToString()),
            ("commands", decision.Commands.IsEmpty ? "none" : string.Join("\n", decision.Commands)),
            ("looks again", decision.WakeAt.Match(time => $"{RelativeTime.Of(time, explanation.Now)} at the latest", () => "when something changes")));
    }

    static string Text(Request request, DateTimeOffset now) =>
        $"{Requests.Name(request.Action)}{(request.WithoutSavepoint ? " without savepoint" : "")} since {RelativeTime.Of(request.Since, now)}";

    static TableRow Pod(ExplainedPod item) => new(
        item.Pod.Trouble.Length > 0 || item.Pod.HasEnded ? Tone.Busy : Tone.Plain, item.Role, item.Pod.Name, item.Pod.IsDeleting ? "Terminating" : item.Pod.Phase.ToString(),
        item.Pod.IsReady ? "yes" : "no", item.Pod.Restarts.ToString(CultureInfo.InvariantCulture), item.Pod.Address, item.Pod.Trouble);

    // Rules below the deciding one may hold as well: they have no say.
    static TableRow Rule(ExplainedRule rule) => new(
        rule.Decides ? Tone.Good : rule.Holds ? Tone.Plain : Tone.Quiet, rule.Decides ? ">" : "", rule.Number.ToString(CultureInfo.InvariantCulture), rule.Name, rule.Condition,
        rule.Decides ? "decides" : rule.Holds ? "holds" : string.Join("; ", rule.Failed.Map(failed => string.Join(", ", failed.Facts))));
}
