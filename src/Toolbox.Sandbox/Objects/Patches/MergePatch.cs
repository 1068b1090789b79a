using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary><c>application/merge-patch+json</c> (RFC 7386): null removes, objects merge, everything else (lists too) replaces.</summary>
public static class MergePatch
{
    public static PatchResult Apply(JsonNode target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return new PatchResult.Refused(400, "BadRequest",
                $"error decoding patch: json: cannot unmarshal {GoKind.Of(patch)} into Go value of type map[string]interface {{}}");
        return new PatchResult.Patched(Merge(target as JsonObject ?? [], changes));
    }

    static JsonObject Merge(JsonObject target, JsonObject patch)
    {
        var merged = new JsonObject();
        foreach (var (name, value) in target)
            if (!patch.ContainsKey(name)) merged[name] = value?.DeepClone();
            else if (patch[name] is { } change) merged[name] = Change(value, change);
        foreach (var (name, change) in patch)
            if (change is not null && !target.ContainsKey(name)) merged[name] = Change(null, change);
        return merged;
    }

    static JsonNode Change(JsonNode? value, JsonNode change) =>
        change is JsonObject changes ? Merge(value as JsonObject ?? [], changes) : change.DeepClone();
}
