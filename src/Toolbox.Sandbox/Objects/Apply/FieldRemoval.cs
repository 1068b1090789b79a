using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Takes fields out of an object (structured-merge-diff RemoveItems) and completes sets for it.</summary>
internal static class FieldRemoval
{
    /// <summary>The object without the fields; an object or list that loses all its content goes too.</summary>
    public static JsonObject Remove(JsonObject @object, FieldSet fields, FieldSchema schema) => Members(@object, fields, schema) ?? [];

    /// <summary>Adds the declared fields on the way to a member as members themselves; map entries and list items are left as they are.</summary>
    public static FieldSet WithNamedParents(FieldSet set, FieldSchema schema)
    {
        var completed = new FieldSet();
        foreach (var member in set.Members) completed.InsertMember(member);
        foreach (var (element, child) in set.Children)
        {
            var name = element.StartsWith("f:", StringComparison.Ordinal) ? element[2..] : null;
            if (name is not null && schema.Fields.ContainsKey(name)) completed.InsertMember(element);
            completed.InsertChild(element, WithNamedParents(child, name is null ? FieldShape.Item(schema) : FieldShape.Member(schema, name)));
        }
        return completed;
    }

    static JsonNode? Value(JsonNode? value, FieldSet fields, FieldSchema declared)
    {
        var schema = FieldShape.Of(declared, value);
        if (schema.IsAtomic) return value?.DeepClone();
        return value switch
        {
            JsonObject map => Members(map, fields, schema),
            JsonArray list => Items(list, fields, schema),
            _ => value?.DeepClone(),
        };
    }

    static JsonObject? Members(JsonObject map, FieldSet fields, FieldSchema schema)
    {
        var rest = new JsonObject();
        foreach (var (name, value) in map)
        {
            var element = FieldShape.Field(name);
            if (fields.Has(element)) continue;
            var below = fields.Child(element);
            var kept = below is null ? value?.DeepClone() : Value(value, below, FieldShape.Member(schema, name));
            if (kept is not null || value is null) rest[name] = kept;
        }
        return rest.Count > 0 || map.Count == 0 ? rest : null;
    }

    static JsonArray? Items(JsonArray list, FieldSet fields, FieldSchema schema)
    {
        var rest = new JsonArray();
        for (var index = 0; index < list.Count; index++)
        {
            var element = ListItems.Element(list[index], index, schema);
            if (fields.Has(element)) continue;
            var below = fields.Child(element);
            rest.Add(below is null ? list[index]?.DeepClone() : Value(list[index], below, FieldShape.Item(schema)));
        }
        return rest.Count > 0 || list.Count == 0 ? rest : null;
    }
}
