using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Custom resources: the schema of their definition and the split of status from the rest.</summary>
sealed class CustomRules(CustomVersion version) : KindRules
{
    public override bool HasGeneration => true;
    public override bool UpdatesUnconditionally => false;

    public override void Default(JsonObject item) => version.Schema.Default(item);

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context) =>
        version.Schema.Validate(item, live, version.ScalePaths);

    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
        if (version.HasStatus) item.Remove("status");
    }

    // Unlike a built-in kind's, a status write here keeps all of metadata.
    public override void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
        if (subresource == "status")
        {
            foreach (var name in next.Select(item => item.Key).Concat(live.Select(item => item.Key)).Distinct().ToList())
            {
                if (name is not ("status" or "metadata")) Keep(next, live, name);
            }
            var managed = next.At("metadata", "managedFields")?.DeepClone();
            Keep(next, live, "metadata");
            if (managed is not null) next.Child("metadata")["managedFields"] = managed;
        }
        else if (version.HasStatus) Keep(next, live, "status");
    }

    public override bool IsDesiredStateChanged(JsonObject next, JsonObject live) =>
        !DesiredState(next).SameAs(DesiredState(live));

    JsonObject DesiredState(JsonObject item)
    {
        var state = item.Copy();
        state.Remove("metadata");
        if (version.HasStatus) state.Remove("status");
        return state;
    }
}
