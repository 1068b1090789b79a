using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Whether a schema is structural: every field has a type, list types sit on arrays with items and keys.</summary>
static class DefinitionSchema
{
    public static IEnumerable<FieldError> Validate(JsonObject schema, string path)
    {
        if (schema.TextAt("type") is not "object") yield return schema.TextAt("type") is null or ""
            ? FieldError.Required($"{path}.type", "must not be empty at the root")
            : FieldError.Invalid($"{path}.type", $"\"{schema.TextAt("type")}\"", "must be object at the root");
        foreach (var error in Members(schema, path)) yield return error;
    }

    static IEnumerable<FieldError> Node(JsonObject schema, string path, string missing)
    {
        if (string.IsNullOrEmpty(schema.TextAt("type")) && schema.FlagAt("x-kubernetes-int-or-string") != true && schema.FlagAt("x-kubernetes-preserve-unknown-fields") != true)
            yield return FieldError.Required($"{path}.type", missing);
        foreach (var error in ListType(schema, path)) yield return error;
        foreach (var error in Members(schema, path)) yield return error;
    }

    static IEnumerable<FieldError> Members(JsonObject schema, string path)
    {
        if (schema["properties"] is JsonObject properties)
        {
            foreach (var (name, value) in properties.OrderBy(item => item.Key, StringComparer.Ordinal))
            {
                if (value is not JsonObject inner) continue;
                foreach (var error in Node(inner, $"{path}.properties[{name}]", "must not be empty for specified object fields")) yield return error;
            }
        }
        if (schema["items"] is JsonObject items)
        {
            foreach (var error in Node(items, $"{path}.items", "must not be empty for specified array items")) yield return error;
        }
        if (schema["additionalProperties"] is not JsonObject values) yield break;
        foreach (var error in Node(values, $"{path}.additionalProperties", "must not be empty for specified object fields")) yield return error;
    }

    static IEnumerable<FieldError> ListType(JsonObject schema, string path)
    {
        if (schema.TextAt("x-kubernetes-list-type") is not { Length: > 0 } list) yield break;
        if (schema.TextAt("type") != "array") yield return FieldError.Invalid($"{path}.type", $"\"{schema.TextAt("type")}\"", "must be array if x-kubernetes-list-type is specified");
        if (schema["items"] is null) yield return FieldError.Required($"{path}.items", "must have a schema if x-kubernetes-list-type is specified");
        if (list == "map" && !schema.TextsAt("x-kubernetes-list-map-keys").Any())
            yield return FieldError.Required($"{path}.x-kubernetes-list-map-keys", "must not be empty if x-kubernetes-list-type is map");
    }
}
