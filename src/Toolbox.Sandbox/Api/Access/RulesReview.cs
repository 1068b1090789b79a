using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>Answers SelfSubjectRulesReview: <c>kubectl auth can-i --list</c>.</summary>
sealed class RulesReview(ApiState state)
{
    /// <summary>The status; the spec is emptied, as the real server does.</summary>
    public JsonObject Review(JsonObject body, UserInformation user)
    {
        var space = body.TextAt("spec", "namespace") ?? "";
        if (space.Length == 0) throw Refuse.BadRequest("no namespace on request");
        body["spec"] = new JsonObject();
        return state.Authorizer.EvaluatesRoles ? OfRoles(user, space) : Everything();
    }

    JsonObject OfRoles(UserInformation user, string space)
    {
        var problems = new List<string>();
        var rules = state.Roles.RulesOf(user, space, problems).Select(item => item.Rule).ToList();
        var status = new JsonObject
        {
            ["resourceRules"] = new JsonArray([.. rules.Where(rule => rule.Urls.Count == 0).Select(OfResources)]),
            ["nonResourceRules"] = new JsonArray([.. rules.Where(rule => rule.Urls.Count > 0).Select(rule => Urls(rule.Verbs, rule.Urls))]),
            ["incomplete"] = problems.Count > 0,
        };
        if (problems.Count > 0) status["evaluationError"] = string.Join(", ", problems.Distinct());
        return status;
    }

    static JsonObject Everything() => new()
    {
        ["resourceRules"] = new JsonArray(
            Resources(["*"], ["*"], ["*"]),
            Resources(["create"], ["authorization.k8s.io"], ["selfsubjectaccessreviews", "selfsubjectrulesreviews"]),
            Resources(["create"], ["authentication.k8s.io"], ["selfsubjectreviews"])),
        ["nonResourceRules"] = new JsonArray(
            Urls(["get"], ["/healthz", "/livez", "/readyz", "/version", "/version/"]),
            Urls(["*"], ["*"]),
            Urls(["get"], ["/.well-known", "/.well-known/*"]),
            Urls(["get"], ["/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi", "/openapi/*", "/readyz", "/version", "/version/"])),
        ["incomplete"] = false,
    };

    static JsonNode OfResources(PolicyRule rule)
    {
        var result = Resources(rule.Verbs, rule.Groups, rule.Resources);
        if (rule.Names.Count > 0) result["resourceNames"] = rule.Names.ToJsonArray();
        return result;
    }

    static JsonObject Resources(IEnumerable<string> verbs, IEnumerable<string> groups, IEnumerable<string> resources) => new()
    {
        ["verbs"] = verbs.ToJsonArray(), ["apiGroups"] = groups.ToJsonArray(), ["resources"] = resources.ToJsonArray(),
    };

    static JsonNode Urls(IEnumerable<string> verbs, IEnumerable<string> urls) => new JsonObject { ["verbs"] = verbs.ToJsonArray(), ["nonResourceURLs"] = urls.ToJsonArray() };
}
