using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Namespaces: the name as a label, the finalizer in spec, the phase.</summary>
sealed class NamespaceRules : KindRules
{
    const string NameLabel = "kubernetes.io/metadata.name";

    public override bool AnswersWithObject => true;
    public override NameRule Names => NameRule.Label;

    public override void Default(JsonObject item)
    {
        if (item.TextAt("metadata", "name") is { Length: > 0 } name) item.Child("metadata").Child("labels").SetDefault(NameLabel, name);
    }

    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
        item["status"] = new JsonObject { ["phase"] = "Active" };
        var finalizers = item.TextsAt("spec", "finalizers").ToList();
        if (!finalizers.Contains("kubernetes")) finalizers.Add("kubernetes");
        item.Child("spec")["finalizers"] = finalizers.ToJsonArray();
    }

    public override void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
        if (subresource != "finalize") Keep(next, live, "spec");
        if (subresource != "status") Keep(next, live, "status");
    }
}
