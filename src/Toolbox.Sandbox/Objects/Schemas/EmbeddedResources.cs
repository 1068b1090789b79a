using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Objects inside an object (<c>x-kubernetes-embedded-resource</c>) name their apiVersion and kind.</summary>
internal sealed class EmbeddedResources(List<FieldError> errors)
{
    readonly FieldPath path = new();

    public void Validate(JsonNode? value, StructuralSchema schema)
    {
        if (!schema.HasEmbeddedResources) return;
        if (value is JsonArray list && schema.Items is { } items)
        {
            for (var index = 0; index < list.Count; index++)
            {
                path.Enter(index);
                Validate(list[index], items);
                path.Leave();
            }
        }
        else if (value is JsonObject map)
        {
            if (schema.IsEmbeddedResource) Named(map);
            foreach (var (name, member) in map)
            {
                if (member is null || schema.Member(name) is not { HasEmbeddedResources: true } below) continue;
                path.Enter(name);
                Validate(member, below);
                path.Leave();
            }
        }
    }

    void Named(JsonObject map)
    {
        foreach (var name in new[] { "apiVersion", "kind" })
            if (string.IsNullOrEmpty(StrategicDirectives.Text(map[name]))) errors.Add(FieldError.Required(path.Child(name), "must not be empty"));
    }
}
