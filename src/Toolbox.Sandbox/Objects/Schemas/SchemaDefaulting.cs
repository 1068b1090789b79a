using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Defaults and nulls (apiextensions-apiserver structural defaulting).</summary>
internal static class SchemaDefaulting
{
    public static void Apply(JsonNode? node, StructuralSchema schema)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, property) in schema.Properties)
                    if (property.HasDefault && (!map.TryGetPropertyValue(name, out var value) || (value is null && !property.IsNullable)))
                        map[name] = property.DefaultValue!.DeepClone();
                DefaultFreeMembers(map, schema);
                foreach (var (name, value) in map) Below(value, schema.Member(name));
                break;
            case JsonArray list when schema.Items is { } items:
                for (var index = 0; index < list.Count; index++)
                    if (list[index] is null && items is { IsNullable: false, HasDefault: true }) list[index] = items.DefaultValue!.DeepClone();
                foreach (var item in list) Below(item, items);
                break;
        }
    }

    public static void DropNulls(JsonNode? node, StructuralSchema schema)
    {
        switch (node)
        {
            case JsonObject map:
                List<string>? dropped = null;
                foreach (var (name, value) in map)
                {
                    var member = schema.Member(name);
                    if (value is null && member is { IsNullable: false, HasDefault: false, PreservesUnknownFields: false }) (dropped ??= []).Add(name);
                    else if (value is not null && member is not null) DropNulls(value, member);
                }
                dropped?.ForEach(name => map.Remove(name));
                break;
            case JsonArray list when schema.Items is { } items:
                foreach (var item in list) DropNulls(item, items);
                break;
        }
    }

    static void DefaultFreeMembers(JsonObject map, StructuralSchema schema)
    {
        if (schema.AdditionalProperties is not { HasDefault: true, IsNullable: false } additional) return;
        foreach (var name in map.Where(member => member.Value is null && !schema.Properties.ContainsKey(member.Key)).Select(member => member.Key).ToArray())
            map[name] = additional.DefaultValue!.DeepClone();
    }

    static void Below(JsonNode? value, StructuralSchema? schema)
    {
        if (value is not null && schema is not null) Apply(value, schema);
    }
}
