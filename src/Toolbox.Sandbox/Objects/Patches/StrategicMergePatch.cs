using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// <c>application/strategic-merge-patch+json</c> (k8s.io/apimachinery strategicpatch): objects merge, lists merge by the key of the
/// built-in table or are replaced, and directives (<c>$patch</c>, <c>$setElementOrder</c>, <c>$deleteFromPrimitiveList</c>,
/// <c>$retainKeys</c>) say otherwise. Only for built-in kinds; the server answers 415 for custom resources.
/// </summary>
public static class StrategicMergePatch
{
    public static PatchResult Apply(JsonObject target, JsonNode? patch, FieldSchema schema)
    {
        if (patch is not JsonObject)
            return new PatchResult.Refused(400, "BadRequest",
                $"error decoding patch: json: cannot unmarshal {GoKind.Of(patch)} into Go value of type map[string]interface {{}}");
        var merge = new StrategicMerge();
        var merged = merge.Objects((JsonObject)target.DeepClone(), (JsonObject)patch.DeepClone(), schema);
        return merge.Error is { } error ? new PatchResult.Refused(500, "", error) : new PatchResult.Patched(merged);
    }
}
