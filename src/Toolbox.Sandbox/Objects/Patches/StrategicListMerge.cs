using System.Text.Json.Nodes;
using static Toolbox.Sandbox.Objects.StrategicDirectives;

namespace Toolbox.Sandbox.Objects;

/// <summary>Merges a list of objects by its merge key.</summary>
internal sealed class StrategicListMerge(StrategicMerge merge, FieldSchema schema)
{
    readonly string key = schema.MergeKey;

    public JsonArray Apply(JsonArray target, JsonArray patch)
    {
        var items = target.OfType<JsonObject>().Select(item => (JsonObject)item.DeepClone()).ToList();
        var changes = new JsonArray();
        var replaces = false;
        foreach (var change in patch)
        {
            if (change is not JsonObject item)
            {
                merge.Fail($"cannot merge lists of objects with {GoText.Format(change)}");
                return target;
            }
            if (PatchOf(item) is { } directive) replaces |= Follow(directive, item, items);
            else if (item.ContainsKey(key)) changes.Add(item.DeepClone());
            else merge.Fail(NoKey(item));
        }
        if (merge.Error is not null) return target;
        if (replaces) return (JsonArray)Strip(changes)!;
        foreach (var change in changes.OfType<JsonObject>()) Merge(items, change);
        return StrategicOrder.Arrange(new JsonArray([.. items]), changes, target, key);
    }

    /// <summary>True when the directive replaces the whole list.</summary>
    bool Follow(string directive, JsonObject item, List<JsonObject> items)
    {
        if (directive == "replace") return true;
        if (directive == "merge") merge.Fail("merging lists cannot yet be specified in the patch");
        else if (directive != "delete") merge.Fail($"unknown patch type: {directive} in map: {GoText.Format(item)}");
        else if (!item.ContainsKey(key)) merge.Fail(NoKey(item));
        else items.RemoveAll(candidate => JsonNode.DeepEquals(candidate[key], item[key]));
        return false;
    }

    void Merge(List<JsonObject> items, JsonObject change)
    {
        var index = items.FindIndex(item => JsonNode.DeepEquals(item[key], change[key]));
        if (index < 0) items.Add((JsonObject)Strip(change)!);
        else items[index] = merge.Objects(items[index], (JsonObject)change.DeepClone(), schema.Element ?? FieldSchema.Untyped);
    }

    string NoKey(JsonObject item) => $"map: {GoText.Format(item)} does not contain declared merge key: {key}";
}
