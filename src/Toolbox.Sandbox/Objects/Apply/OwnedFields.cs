using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>The fields that an applied configuration names (structured-merge-diff ToFieldSet).</summary>
internal static class OwnedFields
{
    public static FieldSet Of(JsonObject @object, FieldSchema schema)
    {
        var set = new FieldSet();
        Collect(@object, schema, [], set);
        return set;
    }

    static void Collect(JsonNode? value, FieldSchema declared, List<string> path, FieldSet set)
    {
        var schema = FieldShape.Of(declared, value);
        if (value is JsonObject map && !schema.IsAtomic) Members(map, schema, path, set);
        else if (value is JsonArray list && !schema.IsAtomic) Items(list, schema, path, set);
        else if (value is not null || schema.Kind == FieldKind.Scalar || schema.IsAtomic) set.Insert(path);
    }

    static void Members(JsonObject map, FieldSchema schema, List<string> path, FieldSet set)
    {
        foreach (var (name, value) in map)
        {
            path.Add(FieldShape.Field(name));
            Collect(value, FieldShape.Member(schema, name), path, set);
            if (value is null or JsonObject { Count: 0 } || !schema.Fields.ContainsKey(name)) set.Insert(path);
            path.RemoveAt(path.Count - 1);
        }
    }

    static void Items(JsonArray list, FieldSchema schema, List<string> path, FieldSet set)
    {
        for (var index = 0; index < list.Count; index++)
        {
            path.Add(ListItems.Element(list[index], index, schema));
            Collect(list[index], FieldShape.Item(schema), path, set);
            set.Insert(path);
            path.RemoveAt(path.Count - 1);
        }
    }
}
