using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// Validates values against a schema with the messages of k8s.io/kube-openapi. Errors of a value that an update leaves as it was are dropped
/// (CRD validation ratcheting); list items are found again by their keys, other items only by the whole list.
/// </summary>
internal sealed class ValueValidation(List<FieldError> errors)
{
    public void Validate(JsonNode? value, JsonNode? old, StructuralSchema schema, string path)
    {
        var before = errors.Count;
        if (value is null) TypeChecks.OfNull(schema, path, errors);
        else Present(value, old, schema, path);
        if (errors.Count > before && old is not null && JsonNode.DeepEquals(value, old)) errors.RemoveRange(before, errors.Count - before);
    }

    void Present(JsonNode value, JsonNode? old, StructuralSchema schema, string path)
    {
        TypeChecks.Of(value, schema, path, errors);
        Compositions.Validate(value, schema, path, errors);
        switch (value)
        {
            case JsonObject map:
                Members(map, old as JsonObject, schema, path);
                break;
            case JsonArray list:
                Items(list, old as JsonArray, schema, path);
                break;
            default:
                ScalarChecks.Of(value, schema, path, errors);
                break;
        }
        Enumerated(value, schema, path);
    }

    void Members(JsonObject map, JsonObject? old, StructuralSchema schema, string path)
    {
        if (schema.Type is not ("object" or "")) return;
        var limits = schema.Constraints;
        if (limits.MaxProperties < map.Count)
        {
            errors.Add(FieldError.TooMany(path, map.Count, limits.MaxProperties.Value));
            return;
        }
        if (limits.MinProperties > map.Count)
        {
            errors.Add(FieldError.Invalid(path, map.Count, $"{path} in body should have at least {limits.MinProperties} properties"));
            return;
        }
        foreach (var name in limits.Required)
            if (!map.ContainsKey(name)) errors.Add(FieldError.Required(Child(path, name)));
        foreach (var (name, value) in map)
            if (MemberSchema(schema, name) is { } member) Validate(value, old?[name], member, Child(path, name));
    }

    void Items(JsonArray list, JsonArray? old, StructuralSchema schema, string path)
    {
        if (schema.Type is not ("array" or "")) return;
        if (schema.Items is { } items)
            for (var index = 0; index < list.Count; index++)
                Validate(list[index], ListInvariants.Counterpart(list[index], old, schema), items, $"{path}[{index}]");
        var limits = schema.Constraints;
        if (limits.MinItems > list.Count)
            errors.Add(FieldError.Invalid(path, list.Count, $"{path} in body should have at least {limits.MinItems} items"));
        if (limits.MaxItems < list.Count) errors.Add(FieldError.TooMany(path, list.Count, limits.MaxItems.Value));
        if (limits.UniqueItems && ListInvariants.HasDuplicates(list))
            errors.Add(FieldError.Invalid(path, list, $"{path} in body shouldn't contain duplicates"));
    }

    void Enumerated(JsonNode value, StructuralSchema schema, string path)
    {
        var allowed = schema.Constraints.Enum;
        if (allowed.Count > 0 && !allowed.Any(choice => JsonNode.DeepEquals(choice, value)))
            errors.Add(FieldError.NotSupported(path, value, allowed.Select(choice => StrategicDirectives.Text(choice) ?? GoText.Json(choice))));
    }

    static StructuralSchema? MemberSchema(StructuralSchema schema, string name) =>
        schema.Properties.TryGetValue(name, out var property) ? property : schema.AdditionalProperties;

    public static string Child(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
