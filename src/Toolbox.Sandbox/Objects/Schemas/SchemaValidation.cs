using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>The order in which the server validates a custom resource.</summary>
internal static class SchemaValidation
{
    static readonly FieldError RulesNotChecked = new(FieldError.NoField, "FieldValueInvalid",
        "Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation");

    public static IReadOnlyList<FieldError> Validate(JsonNode value, JsonNode? old, StructuralSchema schema, ScalePaths? scale)
    {
        var errors = new List<FieldError>();
        new ValueValidation(errors, new FieldPath()).Validate(value, null, schema);
        if (errors.Count > 0 && old is not null) Ratchet(value, old, schema, errors);
        if (scale is not null) errors.AddRange(ScaleErrors(value, scale));
        new EmbeddedResources(errors).Validate(value, schema);
        new ListInvariants(errors).Validate(value, old, schema);
        if (!schema.HasRules) return errors;
        if (errors.Exists(HidesRules)) errors.Add(RulesNotChecked);
        else new RuleValidation(errors).Validate(value, old, schema, "", isRoot: true);
        return errors;
    }

    // The old object costs time, and is looked at only where it can matter.
    static void Ratchet(JsonNode value, JsonNode old, StructuralSchema schema, List<FieldError> errors)
    {
        errors.Clear();
        new ValueValidation(errors, new FieldPath()).Validate(value, old, schema);
    }

    static bool HidesRules(FieldError error) =>
        error.Reason is "FieldValueNotSupported" or "FieldValueRequired" or "FieldValueTooLong" or "FieldValueTooMany" or "FieldValueTypeInvalid";

    static IEnumerable<FieldError> ScaleErrors(JsonNode value, ScalePaths scale) =>
        new[] { scale.SpecReplicas, scale.StatusReplicas }.Where(path => path.Length > 0).SelectMany(path => ScaleErrors(value, path));

    static IEnumerable<FieldError> ScaleErrors(JsonNode value, string path)
    {
        var found = value;
        foreach (var name in path.TrimStart('.').Split('.')) found = (found as JsonObject)?[name];
        if (found is null) yield break;
        if (!JsonNumbers.TryInteger(found, out var replicas))
            yield return FieldError.Invalid(path, 0, $"{path} accessor error: {GoText.Format(found)} is of the type {GoType(found)}, expected int64");
        else if (replicas < 0)
            yield return FieldError.Invalid(path, replicas, "should be a non-negative integer");
        else if (replicas > int.MaxValue)
            yield return FieldError.Invalid(path, replicas, $"should be less than or equal to {int.MaxValue}");
    }

    static string GoType(JsonNode node) => node switch
    {
        JsonObject => "map[string]interface {}",
        JsonArray => "[]interface {}",
        _ => GoKind.Of(node) is "number" ? "float64" : GoKind.Of(node),
    };
}
