using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Sets hold each value once, associative lists each key once (apiextensions-apiserver listtype).</summary>
internal static class ListInvariants
{
    public static void Validate(JsonNode? value, JsonNode? old, StructuralSchema schema, string path, List<FieldError> errors)
    {
        if (value is JsonObject map)
        {
            foreach (var (name, member) in map)
                if (member is JsonObject or JsonArray && MemberSchema(schema, name) is { } memberSchema)
                    Validate(member, (old as JsonObject)?[name], memberSchema, ValueValidation.Child(path, name), errors);
        }
        else if (value is JsonArray list && schema.Items is { } items)
        {
            if (schema.ListType is "set" or "map" && !JsonNode.DeepEquals(value, old)) Duplicates(list, schema, path, errors);
            if (items.Type is "object" or "array")
                for (var index = 0; index < list.Count; index++)
                    Validate(list[index], Counterpart(list[index], old as JsonArray, schema), items, $"{path}[{index}]", errors);
        }
    }

    /// <summary>The item of the old list that is the same one: by key, in a set by value.</summary>
    public static JsonNode? Counterpart(JsonNode? item, JsonArray? old, StructuralSchema schema)
    {
        if (old is null) return null;
        if (schema.ListType == "set") return old.FirstOrDefault(candidate => JsonNode.DeepEquals(candidate, item));
        return schema.ListType == "map" && item is JsonObject map
            ? old.FirstOrDefault(candidate => candidate is JsonObject other && KeyOf(other, schema) == KeyOf(map, schema))
            : null;
    }

    public static bool HasDuplicates(JsonArray list)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return list.Any(item => !seen.Add(GoText.Json(item)));
    }

    static void Duplicates(JsonArray list, StructuralSchema schema, string path, List<FieldError> errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < list.Count; index++)
        {
            var key = schema.ListType == "map" && list[index] is JsonObject map ? Keys(map, schema) : list[index];
            if (!seen.Add(GoText.Json(key))) errors.Add(FieldError.Duplicate($"{path}[{index}]", key));
        }
    }

    static string KeyOf(JsonObject map, StructuralSchema schema) => GoText.Json(Keys(map, schema));

    static JsonObject Keys(JsonObject map, StructuralSchema schema)
    {
        var keys = new JsonObject();
        foreach (var key in schema.ListMapKeys)
            if (map.TryGetPropertyValue(key, out var value)) keys[key] = value?.DeepClone();
        return keys;
    }

    static StructuralSchema? MemberSchema(StructuralSchema schema, string name) =>
        schema.Properties.TryGetValue(name, out var property) ? property : schema.AdditionalProperties;
}
