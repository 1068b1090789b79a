using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Events: created on update, and the namespace of what they are about is their own.</summary>
sealed class EventRules : KindRules
{
    public override bool CreatesOnUpdate => true;

    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
    }

    public override void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
    }

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context)
    {
        var about = item.TextAt("involvedObject", "namespace") ?? "";
        var own = item.TextAt("metadata", "namespace") ?? "";
        if (about.Length == 0 ? own is not ("" or "default" or "kube-system") : about != own)
            yield return FieldError.Invalid("involvedObject.namespace", about, "does not match event.namespace");
    }
}
