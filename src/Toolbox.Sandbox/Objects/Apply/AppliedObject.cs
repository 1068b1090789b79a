using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Whether an applied configuration fits the fields of its kind; the messages are structured-merge-diff's.</summary>
internal static class AppliedObject
{
    /// <summary>The complaint that the server answers with code 500, or null.</summary>
    public static string? Complaint(JsonObject applied, FieldSchema schema)
    {
        var errors = new List<string>();
        Check(applied, schema, "", errors);
        if (errors.Count == 0) return null;
        var all = errors.Count == 1 ? errors[0] : "errors:\n" + string.Join('\n', errors.Select(error => "  " + error));
        var metadata = applied["metadata"] as JsonObject;
        var name = $"{GoName(metadata?["namespace"])}/{GoName(metadata?["name"])}";
        return $"failed to create typed patch object ({name}; {GroupVersionKind(applied)}): {all}";
    }

    /// <summary><c>GROUP/VERSION, Kind=KIND</c>; the core group is empty.</summary>
    public static string GroupVersionKind(JsonObject @object)
    {
        var apiVersion = GoName(@object["apiVersion"]);
        return $"{(apiVersion.Contains('/') ? apiVersion : "/" + apiVersion)}, Kind={GoName(@object["kind"])}";
    }

    static string GoName(JsonNode? node) => StrategicDirectives.Text(node) ?? "";

    static void Check(JsonNode? value, FieldSchema schema, string path, List<string> errors)
    {
        switch (schema.Kind, value)
        {
            case (_, null) or (FieldKind.Untyped, _):
                break;
            case (FieldKind.Object, JsonObject map):
                Members(map, schema, path, errors);
                break;
            case (FieldKind.List, JsonArray list):
                Items(list, schema, path, errors);
                break;
            case (FieldKind.Object, _):
                errors.Add($"{path}: expected map, got &{{{GoText.Format(value)}}}");
                break;
            case (FieldKind.List, _):
                errors.Add($"{path}: expected list, got &{{{GoText.Format(value)}}}");
                break;
            default:
                if (ExpectedScalar(value, schema.TypeName) is { } expected)
                    errors.Add($"{path}: expected {expected}, got &value.valueUnstructured{{Value:{GoText.Format(value)}}}");
                break;
        }
    }

    static string? ExpectedScalar(JsonNode value, string type)
    {
        var kind = value.GetValueKind();
        var (expected, fits) = type switch
        {
            "int32" or "int64" or "integer" or "number" or "float64" => ("numeric (int or float)", kind == JsonValueKind.Number),
            "bool" or "boolean" => ("boolean", kind is JsonValueKind.True or JsonValueKind.False),
            "int-or-string" or "quantity" => ("string or number", kind is JsonValueKind.Number or JsonValueKind.String),
            _ => ("string", kind == JsonValueKind.String),
        };
        return fits ? null : expected;
    }

    static void Members(JsonObject map, FieldSchema schema, string path, List<string> errors)
    {
        foreach (var (name, value) in map)
            if (schema.Member(name) is { } member) Check(value, member, $"{path}.{name}", errors);
            else errors.Add($"{path}.{name}: field not declared in schema");
    }

    static void Items(JsonArray list, FieldSchema schema, string path, List<string> errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < list.Count; index++)
        {
            var element = $"[{index}]";
            if (!schema.IsAtomic)
            {
                if (ListItems.TryElement(list[index], schema, out var key) is { } complaint)
                {
                    errors.Add($"{path}: element {index}: {complaint}");
                    continue;
                }
                element = FieldPathText.Element(key);
                if (!seen.Add(key)) errors.Add($"{path}: duplicate entries for key {element}");
            }
            Check(list[index], FieldShape.Item(schema), path + element, errors);
        }
    }
}
