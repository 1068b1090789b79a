using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>The keywords <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c>; their own errors name no field.</summary>
internal static class Compositions
{
    public static void Validate(JsonNode value, StructuralSchema schema, FieldPath path, List<FieldError> errors)
    {
        var parts = schema.Constraints;
        if (parts.AnyOf.Count > 0) AnyOf(value, parts.AnyOf, path, errors);
        if (parts.OneOf.Count > 0) OneOf(value, parts.OneOf, path, errors);
        if (parts.AllOf.Count > 0) AllOf(value, parts.AllOf, path, errors);
        if (parts.Not is { } not && ErrorsOf(value, not, path).Count == 0) errors.Add(Failure($"{GoText.Quote(path.ToString())} must not validate the schema (not)"));
    }

    static void AnyOf(JsonNode value, IReadOnlyList<StructuralSchema> schemas, FieldPath path, List<FieldError> errors)
    {
        var results = schemas.Select(schema => ErrorsOf(value, schema, path)).ToArray();
        if (results.Any(result => result.Count == 0)) return;
        errors.Add(Failure($"{GoText.Quote(path.ToString())} must validate at least one schema (anyOf)"));
        errors.AddRange(results.MinBy(result => result.Count)!);
    }

    static void OneOf(JsonNode value, IReadOnlyList<StructuralSchema> schemas, FieldPath path, List<FieldError> errors)
    {
        var results = schemas.Select(schema => ErrorsOf(value, schema, path)).ToArray();
        var valid = results.Count(result => result.Count == 0);
        if (valid == 1) return;
        var found = valid == 0 ? "Found none valid" : $"Found {valid} valid alternatives";
        errors.Add(Failure($"{GoText.Quote(path.ToString())} must validate one and only one schema (oneOf). {found}"));
        if (valid == 0) errors.AddRange(results.MinBy(result => result.Count)!);
    }

    static void AllOf(JsonNode value, IReadOnlyList<StructuralSchema> schemas, FieldPath path, List<FieldError> errors)
    {
        var results = schemas.Select(schema => ErrorsOf(value, schema, path)).ToArray();
        var valid = results.Count(result => result.Count == 0);
        if (valid == schemas.Count) return;
        foreach (var result in results) errors.AddRange(result);
        errors.Add(Failure($"{GoText.Quote(path.ToString())} must validate all the schemas (allOf){(valid == 0 ? ". None validated" : "")}"));
    }

    static List<FieldError> ErrorsOf(JsonNode value, StructuralSchema schema, FieldPath path)
    {
        var errors = new List<FieldError>();
        new ValueValidation(errors, path).Validate(value, null, schema);
        return errors;
    }

    static FieldError Failure(string message) => FieldError.Invalid(FieldError.NoField, "", message);
}
