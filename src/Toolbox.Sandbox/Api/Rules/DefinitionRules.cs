using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>CustomResourceDefinitions: defaulted names, stored versions, the cleanup finalizer's status and the checks of the definition itself.</summary>
sealed class DefinitionRules : KindRules
{
    public override bool HasGeneration => true;
    public override bool AnswersWithObject => false;

    public override void Default(JsonObject item)
    {
        var names = item.Child("spec").Child("names");
        if (names.TextAt("kind") is { Length: > 0 } kind)
        {
            names.SetDefault("singular", kind.ToLowerInvariant());
            names.SetDefault("listKind", kind + "List");
        }
        item.Child("spec").SetDefault("conversion", new JsonObject { ["strategy"] = "None" });
    }

    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
        var stored = item.ObjectsAt("spec", "versions").Where(version => version.FlagAt("storage") == true).Select(version => version.TextAt("name") ?? "");
        item["status"] = new JsonObject
        {
            ["conditions"] = null,
            ["acceptedNames"] = new JsonObject { ["plural"] = "", ["kind"] = "" },
            ["storedVersions"] = stored.ToJsonArray(),
        };
    }

    public override void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
        base.PrepareForUpdate(next, live, subresource, context);
        if (subresource.Length > 0) return;
        var stored = next.TextsAt("status", "storedVersions").ToList();
        var storage = next.ObjectsAt("spec", "versions").FirstOrDefault(version => version.FlagAt("storage") == true).TextAt("name");
        if (storage is null || stored.Contains(storage)) return;
        stored.Add(storage);
        next.Child("status")["storedVersions"] = stored.ToJsonArray();
    }

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context)
    {
        var spec = item.At("spec");
        var expected = $"{spec.TextAt("names", "plural")}.{spec.TextAt("group")}";
        if (item.TextAt("metadata", "name") != expected)
            yield return FieldError.Invalid("metadata.name", item.TextAt("metadata", "name"), "must be spec.names.plural+\".\"+spec.group");
        if (spec.TextAt("scope") is not ("Namespaced" or "Cluster"))
            yield return FieldError.NotSupported("spec.scope", spec.TextAt("scope"), ["Cluster", "Namespaced"]);
        if (live is not null && spec.TextAt("group") != live.TextAt("spec", "group"))
            yield return FieldError.Invalid("spec.group", spec.TextAt("group"), "field is immutable");
        if (spec.ObjectsAt("versions").Count(version => version.FlagAt("storage") == true) != 1)
            yield return FieldError.Invalid("spec.versions", spec.At("versions"), "must have exactly one version marked as storage version");
        var versions = spec.ObjectsAt("versions").ToList();
        for (var index = 0; index < versions.Count; index++)
        {
            foreach (var error in Version(versions[index], index, versions.Count == 1)) yield return error;
        }
    }

    static IEnumerable<FieldError> Version(JsonObject version, int index, bool only)
    {
        var root = only ? "spec" : $"spec.versions[{index}]";
        var schema = version.At("schema", "openAPIV3Schema") as JsonObject;
        if (schema is null) yield return FieldError.Required($"spec.versions[{index}].schema.openAPIV3Schema");
        if (version.At("subresources", "scale") is JsonObject scale)
        {
            foreach (var error in DefinitionScale.Validate(scale, $"{root}.subresources.scale")) yield return error;
        }
        var path = only ? "spec.validation.openAPIV3Schema" : $"spec.versions[{index}].schema.openAPIV3Schema";
        if (schema is null) yield break;
        foreach (var error in StructuralSchema.Check(schema, path)) yield return error;
    }
}
