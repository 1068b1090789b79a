using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Objects inside an object (<c>x-kubernetes-embedded-resource</c>) name their apiVersion and kind.</summary>
internal static class EmbeddedResources
{
    public static void Validate(JsonNode? value, StructuralSchema schema, string path, List<FieldError> errors)
    {
        if (value is JsonArray list && schema.Items is { } items)
        {
            for (var index = 0; index < list.Count; index++) Validate(list[index], items, $"{path}[{index}]", errors);
            return;
        }
        if (value is not JsonObject map) return;
        if (schema.IsEmbeddedResource)
            foreach (var name in new[] { "apiVersion", "kind" })
                if (string.IsNullOrEmpty(StrategicDirectives.Text(map[name])))
                    errors.Add(FieldError.Required(ValueValidation.Child(path, name), "must not be empty"));
        foreach (var (name, member) in map)
            if (member is JsonObject or JsonArray && (schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties) is { } below)
                Validate(member, below, ValueValidation.Child(path, name), errors);
    }
}
