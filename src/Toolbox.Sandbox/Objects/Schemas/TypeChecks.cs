using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Whether a value's JSON type is the schema's.</summary>
internal static class TypeChecks
{
    public static void OfNull(StructuralSchema schema, FieldPath path, List<FieldError> errors)
    {
        var expected = Expected(schema);
        if (expected.Length > 0 && !schema.IsNullable) errors.Add(Mismatch(path, expected, "null"));
    }

    public static void Of(JsonNode value, StructuralSchema schema, FieldPath path, List<FieldError> errors)
    {
        var expected = Expected(schema);
        if (expected.Length == 0) return;
        var (found, format) = Found(value);
        var fits = found == expected
            || (schema.IsIntOrString && (found is "integer" or "string" || IsIntegral(value, found)))
            || (expected == "integer" && IsIntegral(value, found))
            || (expected == "number" && found == "integer");
        if (fits) return;
        // With a format the server names the formats, except for text and lists.
        var namesFormat = schema.Format.Length > 0 && found is not ("string" or "array");
        errors.Add(namesFormat ? Mismatch(path, schema.Format, format) : Mismatch(path, expected, found));
    }

    static FieldError Mismatch(FieldPath path, string expected, string found) =>
        FieldError.TypeInvalid(path.ToString(), found, $"{path} in body must be of type {expected}: {GoText.Quote(found)}");

    static string Expected(StructuralSchema schema) => schema.IsIntOrString ? "integer,string" : schema.Type;

    static bool IsIntegral(JsonNode value, string found) =>
        found == "number" && JsonNumbers.ToDouble(value) is var number && Math.Abs(number) <= 9007199254740991 && Math.Floor(number) == number;

    static (string Type, string Format) Found(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => ("object", ""),
        JsonValueKind.Array => ("array", ""),
        JsonValueKind.String => ("string", ""),
        JsonValueKind.Number => JsonNumbers.TryInteger(value, out _) ? ("integer", "int64") : ("number", "float64"),
        _ => ("boolean", ""),
    };
}
