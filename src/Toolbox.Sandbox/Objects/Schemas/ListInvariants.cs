using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Sets hold each value once, associative lists each key once (apiextensions-apiserver listtype).</summary>
internal sealed class ListInvariants(List<FieldError> errors)
{
    readonly FieldPath path = new();

    public void Validate(JsonNode? value, JsonNode? old, StructuralSchema schema)
    {
        if (!schema.HasListInvariants) return;
        if (value is JsonObject map)
        {
            foreach (var (name, member) in map)
            {
                if (member is not (JsonObject or JsonArray) || schema.Member(name) is not { HasListInvariants: true } memberSchema) continue;
                path.Enter(name);
                Validate(member, (old as JsonObject)?[name], memberSchema);
                path.Leave();
            }
        }
        else if (value is JsonArray list && schema.Items is { } items)
        {
            if (schema.ListType is "set" or "map") Duplicates(list, old, schema);
            if (items.HasListInvariants) Below(list, old as JsonArray, schema, items);
        }
    }

    public static bool HasDuplicates(JsonArray list)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return list.Any(item => !seen.Add(JsonIdentity.Of(item)));
    }

    void Below(JsonArray list, JsonArray? old, StructuralSchema schema, StructuralSchema items)
    {
        var counterparts = new ItemIndex(old, schema);
        for (var index = 0; index < list.Count; index++)
        {
            path.Enter(index);
            Validate(list[index], counterparts.Find(list[index]), items);
            path.Leave();
        }
    }

    void Duplicates(JsonArray list, JsonNode? old, StructuralSchema schema)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<FieldError>();
        for (var index = 0; index < list.Count; index++)
        {
            var item = list[index];
            if (ItemIndex.Identity(item, schema) is not { } identity || seen.Add(identity)) continue;
            found.Add(FieldError.Duplicate($"{path}[{index}]", schema.ListType == "map" ? Keys((JsonObject)item!, schema) : item));
        }
        if (found.Count > 0 && !JsonNode.DeepEquals(list, old)) errors.AddRange(found);
    }

    static JsonObject Keys(JsonObject map, StructuralSchema schema)
    {
        var keys = new JsonObject();
        foreach (var key in schema.ListMapKeys)
            if (map.TryGetPropertyValue(key, out var value)) keys[key] = value?.DeepClone();
        return keys;
    }
}
