using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// Validates values against a schema with the messages of k8s.io/kube-openapi. Errors of a value that an update leaves as it was are dropped
/// (CRD validation ratcheting); list items are found again by their keys, other items only by the whole list.
/// </summary>
internal sealed class ValueValidation(List<FieldError> errors, FieldPath path)
{
    public void Validate(JsonNode? value, JsonNode? old, StructuralSchema schema)
    {
        var before = errors.Count;
        if (value is null) TypeChecks.OfNull(schema, path, errors);
        else Present(value, old, schema);
        if (errors.Count > before && old is not null && JsonNode.DeepEquals(value, old)) errors.RemoveRange(before, errors.Count - before);
    }

    void Present(JsonNode value, JsonNode? old, StructuralSchema schema)
    {
        TypeChecks.Of(value, schema, path, errors);
        Compositions.Validate(value, schema, path, errors);
        switch (value)
        {
            case JsonObject map:
                Members(map, old as JsonObject, schema);
                break;
            case JsonArray list:
                Items(list, old as JsonArray, schema);
                break;
            default:
                ScalarChecks.Of(value, schema, path, errors);
                break;
        }
        Enumerated(value, schema);
    }

    void Members(JsonObject map, JsonObject? old, StructuralSchema schema)
    {
        if (schema.Type is not ("object" or "")) return;
        var limits = schema.Constraints;
        if (limits.MaxProperties < map.Count)
        {
            errors.Add(FieldError.TooMany(path.ToString(), map.Count, limits.MaxProperties.Value));
            return;
        }
        if (limits.MinProperties > map.Count)
        {
            errors.Add(FieldError.Invalid(path.ToString(), map.Count, $"{path} in body should have at least {limits.MinProperties} properties"));
            return;
        }
        foreach (var name in limits.Required)
            if (!map.ContainsKey(name)) errors.Add(FieldError.Required(path.Child(name)));
        foreach (var (name, value) in map)
        {
            if (schema.Member(name) is not { } member) continue;
            path.Enter(name);
            Validate(value, old?[name], member);
            path.Leave();
        }
    }

    void Items(JsonArray list, JsonArray? old, StructuralSchema schema)
    {
        if (schema.Type is not ("array" or "")) return;
        if (schema.Items is { } items) EachItem(list, new ItemIndex(old, schema), items);
        var limits = schema.Constraints;
        if (limits.MinItems > list.Count)
            errors.Add(FieldError.Invalid(path.ToString(), list.Count, $"{path} in body should have at least {limits.MinItems} items"));
        if (limits.MaxItems < list.Count) errors.Add(FieldError.TooMany(path.ToString(), list.Count, limits.MaxItems.Value));
        if (limits.UniqueItems && ListInvariants.HasDuplicates(list))
            errors.Add(FieldError.Invalid(path.ToString(), list, $"{path} in body shouldn't contain duplicates"));
    }

    void EachItem(JsonArray list, ItemIndex old, StructuralSchema items)
    {
        for (var index = 0; index < list.Count; index++)
        {
            path.Enter(index);
            Validate(list[index], old.Find(list[index]), items);
            path.Leave();
        }
    }

    void Enumerated(JsonNode value, StructuralSchema schema)
    {
        var allowed = schema.Constraints.Enum;
        if (allowed.Count > 0 && !allowed.Any(choice => JsonNode.DeepEquals(choice, value)))
            errors.Add(FieldError.NotSupported(path.ToString(), value, allowed.Select(choice => StrategicDirectives.Text(choice) ?? GoText.Json(choice))));
    }
}
