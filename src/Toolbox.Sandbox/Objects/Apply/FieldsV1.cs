using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>The JSON form of a field set in <c>managedFields[].fieldsV1</c>; <c>.</c> marks a member that also has children.</summary>
internal static class FieldsV1
{
    public static FieldSet Read(JsonObject fields)
    {
        var set = new FieldSet();
        foreach (var (element, value) in fields)
        {
            if (element == ".") continue;
            var canonical = Canonical(element);
            var children = value as JsonObject;
            if (children is null || children.Count == 0 || children.ContainsKey(".")) set.InsertMember(canonical);
            if (children is not null) set.InsertChild(canonical, Read(children));
        }
        return set;
    }

    public static JsonObject Write(FieldSet set)
    {
        var fields = new JsonObject();
        foreach (var element in set.Members.Union(set.Children.Keys).Order(StringComparer.Ordinal))
        {
            var below = set.Child(element) is { } child ? Write(child) : [];
            if (below.Count > 0 && set.Has(element)) below.Insert(0, ".", new JsonObject());
            fields[element] = below;
        }
        return fields;
    }

    static string Canonical(string element) => element switch
    {
        ['k' or 'v', ':', ..] => element[..2] + GoText.Json(JsonNode.Parse(element[2..])),
        _ => element,
    };
}
