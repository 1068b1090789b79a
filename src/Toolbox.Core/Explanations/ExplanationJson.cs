using System.Text.Json.Nodes;
using LanguageExt;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Explanations;

/// <summary>An explanation as JSON. Names stay; new ones may come. Times are RFC 3339 in UTC, what is not there is null or an empty list.</summary>
public static class ExplanationJson
{
    public static JsonObject Of(Explanation explanation) => new()
    {
        ["kind"] = explanation.Kind,
        ["namespace"] = explanation.Namespace,
        ["name"] = explanation.Name,
        ["time"] = Time(explanation.Now),
        ["state"] = explanation.State.Length > 0 ? explanation.State : null,
        ["nextStates"] = List(explanation.NextStates, state => state.ToString()),
        ["resourceStatus"] = explanation.ResourceStatus.ToString(),
        ["lastDecision"] = explanation.LastDecision.MatchUnsafe(Decision, () => null),
        ["conditions"] = List(explanation.Conditions, Condition),
        ["request"] = explanation.Request.MatchUnsafe(Request, () => null),
        ["refusal"] = explanation.Refusal.Length > 0 ? explanation.Refusal : null,
        ["observations"] = List(explanation.Looks, look => new JsonObject { ["of"] = look.Of, ["answer"] = look.Answer, ["text"] = look.Text }),
        ["facts"] = List(explanation.Facts, Fact),
        ["rules"] = List(explanation.Rules, Rule),
        ["decision"] = Decision(explanation.Decision, explanation.Now),
        ["deadlines"] = List(explanation.Deadlines, deadline => new JsonObject
        {
            ["fact"] = deadline.Fact, ["at"] = Time(deadline.At), ["inSeconds"] = Math.Round((deadline.At - explanation.Now).TotalSeconds, 3),
        }),
        ["restorePoints"] = List(explanation.RestorePoints, Point),
        ["nextStart"] = explanation.Start.MatchUnsafe(Start, () => null),
        ["pods"] = List(explanation.Pods, Pod),
        ["notes"] = List(explanation.Notes, note => note),
    };

    static JsonObject Decision(LastDecision last) => new() { ["rule"] = last.Rule, ["since"] = Time(last.Since), ["message"] = last.Message };

    static JsonObject Condition(Condition condition) => new()
    {
        ["type"] = condition.Type,
        ["status"] = condition.Status,
        ["reason"] = condition.Reason,
        ["message"] = condition.Message,
        ["lastTransitionTime"] = Time(condition.LastTransitionTime),
        ["observedGeneration"] = condition.ObservedGeneration,
    };

    static JsonObject Request(Request request) => new()
    {
        ["action"] = Requests.Name(request.Action),
        ["withoutSavepoint"] = request.WithoutSavepoint,
        ["since"] = Time(request.Since),
    };

    static JsonObject Fact(NamedFact fact) => new() { ["name"] = fact.Name, ["value"] = fact.Value };

    static JsonObject Rule(ExplainedRule rule) => new()
    {
        ["number"] = rule.Number,
        ["name"] = rule.Name,
        ["condition"] = rule.Condition,
        ["holds"] = rule.Holds,
        ["decides"] = rule.Decides,
        ["leadsTo"] = List(rule.LeadsTo, state => state.ToString()),
        ["failed"] = List(rule.Failed, failed => new JsonObject { ["condition"] = failed.Condition, ["facts"] = List(failed.Facts, Fact) }),
    };

    static JsonObject Decision(ExplainedDecision decision, DateTimeOffset now) => new()
    {
        ["rule"] = decision.Rule,
        ["verdict"] = decision.Verdict.ToString(),
        ["message"] = decision.Message,
        ["state"] = decision.State.Length > 0 ? decision.State : null,
        ["commands"] = List(decision.Commands, command => command),
        ["wakeAt"] = decision.WakeAt.MatchUnsafe(Time, () => null),
        ["wakeInSeconds"] = decision.WakeAt.MatchUnsafe(time => (JsonNode?)Math.Round((time - now).TotalSeconds, 3), () => null),
    };

    static JsonObject Point(RestorePoint point) => new()
    {
        ["path"] = point.Path, ["origin"] = point.Origin.ToString(), ["time"] = Time(point.Time), ["jobId"] = point.JobId,
    };

    static JsonObject Start(ExplainedStart start) => new()
    {
        ["restorePoint"] = start.RestorePoint.MatchUnsafe(path => (JsonNode?)path, () => null), ["message"] = start.Sentence,
    };

    static JsonObject Pod(ExplainedPod item) => new()
    {
        ["role"] = item.Role,
        ["name"] = item.Pod.Name,
        ["phase"] = item.Pod.Phase.ToString(),
        ["ready"] = item.Pod.IsReady,
        ["deleting"] = item.Pod.IsDeleting,
        ["restarts"] = item.Pod.Restarts,
        ["address"] = item.Pod.Address,
        ["trouble"] = item.Pod.Trouble.Length > 0 ? item.Pod.Trouble : null,
    };

    static JsonNode? Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);

    static JsonArray List<T>(Seq<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);
}
