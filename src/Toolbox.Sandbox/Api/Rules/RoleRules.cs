using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>What roles and cluster roles must have.</summary>
sealed class RoleRules(bool cluster) : KindRules
{
    public override NameRule Names => NameRule.PathSegment;

    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
    }

    public override void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
    }

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context)
    {
        var index = 0;
        foreach (var rule in item.ObjectsAt("rules"))
        {
            var path = $"rules[{index++}]";
            if (!rule.TextsAt("verbs").Any()) yield return FieldError.Required($"{path}.verbs", "verbs must contain at least one value");
            if (rule.TextsAt("nonResourceURLs").Any())
            {
                if (!cluster) yield return FieldError.Invalid($"{path}.nonResourceURLs", rule["nonResourceURLs"], "namespaced rules cannot apply to non-resource URLs");
                continue;
            }
            if (!rule.TextsAt("apiGroups").Any()) yield return FieldError.Required($"{path}.apiGroups", "resource rules must supply at least one api group");
            if (!rule.TextsAt("resources").Any()) yield return FieldError.Required($"{path}.resources", "resource rules must supply at least one resource");
        }
    }
}
