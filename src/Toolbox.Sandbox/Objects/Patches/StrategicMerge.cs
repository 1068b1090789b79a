using System.Text.Json.Nodes;
using static Toolbox.Sandbox.Objects.StrategicDirectives;

namespace Toolbox.Sandbox.Objects;

/// <summary>One strategic merge; changes the objects that it is given and keeps the first error.</summary>
internal sealed class StrategicMerge
{
    public string? Error { get; private set; }

    /// <summary>Merges a patch's object into the target's and returns the result, which may be another instance.</summary>
    public JsonObject Objects(JsonObject target, JsonObject patch, FieldSchema schema)
    {
        if (PatchOf(patch) is { } directive) return ByDirective(patch, directive);
        RetainNamedKeys(target, patch);
        MergeOrderedLists(target, patch, schema);
        foreach (var (name, change) in patch.ToArray())
        {
            if (Error is not null) break;
            if (name.StartsWith(DeleteFromPrimitiveList, StringComparison.Ordinal)) DeletePrimitives(target, name, change);
            else if (change is null) target.Remove(name);
            else target[name] = Value(target[name], change, schema.Member(name) ?? FieldSchema.Untyped);
        }
        return target;
    }

    JsonNode? Value(JsonNode? current, JsonNode change, FieldSchema schema) => (current, change) switch
    {
        (JsonObject target, JsonObject patch) => Objects((JsonObject)target.DeepClone(), (JsonObject)patch.DeepClone(), schema),
        (JsonArray target, JsonArray patch) => Lists(target, patch, schema),
        _ => Strip(change),
    };

    JsonObject ByDirective(JsonObject patch, string directive)
    {
        if (directive is not ("replace" or "delete"))
        {
            Fail($"unknown patch type: {directive} in map: {GoText.Format(patch)}");
            return patch;
        }
        return directive == "delete" ? [] : (JsonObject)Strip(patch)!;
    }

    void RetainNamedKeys(JsonObject target, JsonObject patch)
    {
        if (!patch.TryGetPropertyValue(RetainKeys, out var directive)) return;
        patch.Remove(RetainKeys);
        var kept = (directive as JsonArray)?.Select(Text).ToHashSet();
        if (kept is null || patch.Any(change => change.Value is not null && !IsParallelList(change.Key) && !kept.Contains(change.Key)))
        {
            Fail("invalid patch format of retainKeys");
            return;
        }
        foreach (var name in target.Select(member => member.Key).Where(name => !kept.Contains(name)).ToArray()) target.Remove(name);
    }

    void MergeOrderedLists(JsonObject target, JsonObject patch, FieldSchema schema)
    {
        foreach (var directive in patch.Select(member => member.Key).Where(name => name.StartsWith(SetElementOrder, StringComparison.Ordinal)).ToArray())
        {
            var order = patch[directive] as JsonArray;
            patch.Remove(directive);
            var name = directive[SetElementOrder.Length..];
            if (order is null) Fail("invalid patch format of setElementOrder list");
            else MergeOrderedList(target, patch, name, order, schema.Member(name) ?? FieldSchema.Untyped);
        }
    }

    void MergeOrderedList(JsonObject target, JsonObject patch, string name, JsonArray order, FieldSchema schema)
    {
        var current = target[name] as JsonArray;
        var change = patch[name] as JsonArray;
        if (change is not null && !StrategicOrder.Agrees(change, order, schema.MergeKey))
        {
            Fail($"The order in patch list:\n{GoText.Format(change)}\n doesn't match {SetElementOrder[..^1]} list:\n{GoText.Format(order)}\n");
            return;
        }
        if (patch.ContainsKey(name) && change is null) return;
        var merged = (current, change) switch
        {
            (null, null) => null,
            (_, null) => current.DeepClone() as JsonArray,
            (null, _) => Strip(change) as JsonArray,
            _ => Lists(current, change, schema),
        };
        if (merged is null || Error is not null) return;
        target[name] = StrategicOrder.Arrange(merged, order, current ?? [], schema.MergeKey);
        patch.Remove(name);
    }

    JsonArray Lists(JsonArray target, JsonArray patch, FieldSchema schema)
    {
        if (!schema.MergesList) return (JsonArray)Strip(patch)!;
        if (schema.MergeKey.Length > 0) return new StrategicListMerge(this, schema).Apply(target, patch);
        var both = target.Concat(patch).Aggregate(new List<JsonNode?>(), (unique, item) =>
        {
            if (!unique.Any(known => JsonNode.DeepEquals(known, item))) unique.Add(item);
            return unique;
        });
        return StrategicOrder.Arrange(new JsonArray([.. both.Select(item => item?.DeepClone())]), patch, target, "");
    }

    void DeletePrimitives(JsonObject target, string directive, JsonNode? values)
    {
        var name = directive[DeleteFromPrimitiveList.Length..];
        if (values is not JsonArray deleted)
        {
            Fail("invalid patch format of primitive list");
            return;
        }
        if (target[name] is not JsonArray list) return;
        var kept = list.Where(item => !deleted.Any(gone => JsonNode.DeepEquals(gone, item))).Select(item => item?.DeepClone()).ToArray();
        // The typed objects of the server leave an empty list out.
        if (kept.Length == 0) target.Remove(name);
        else target[name] = new JsonArray(kept);
    }

    public void Fail(string message) => Error ??= message;
}
