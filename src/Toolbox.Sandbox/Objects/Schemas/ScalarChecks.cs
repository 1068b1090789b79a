using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Limits of strings and numbers. Of a string's length and pattern only the first violation is reported, as the server does.</summary>
internal static class ScalarChecks
{
    public static void Of(JsonNode value, StructuralSchema schema, FieldPath path, List<FieldError> errors)
    {
        if (value.GetValueKind() == JsonValueKind.String && schema.Type is "string" or "")
        {
            if (schema is { Format: "", Constraints: { MaxLength: null, MinLength: null, PatternRegex: null } }) return;
            var text = value.GetValue<string>();
            if (Text(text, schema.Constraints, path) is { } error) errors.Add(error);
            if (!StringFormats.IsValid(schema.Format, text))
                errors.Add(FieldError.TypeInvalid(path.ToString(), text, $"{path} in body must be of type {schema.Format}: {GoText.Quote(text)}"));
        }
        else if (JsonNumbers.IsNumber(value) && schema.Type is "integer" or "number")
        {
            Number(value, schema, path, errors);
        }
    }

    static FieldError? Text(string text, ValueConstraints limits, FieldPath path)
    {
        var length = limits.MaxLength is null && limits.MinLength is null ? 0 : Length(text);
        if (limits.MaxLength < length) return FieldError.TooLong(path.ToString(), limits.MaxLength.Value);
        if (limits.MinLength > length) return FieldError.Invalid(path.ToString(), text, $"{path} in body should be at least {limits.MinLength} chars long");
        if (limits.PatternRegex is { } pattern && !pattern.IsMatch(text))
            return FieldError.Invalid(path.ToString(), text, $"{path} in body should match '{limits.Pattern}'");
        return null;
    }

    static int Length(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }

    static void Number(JsonNode value, StructuralSchema schema, FieldPath path, List<FieldError> errors)
    {
        var limits = schema.Constraints;
        var number = JsonNumbers.ToDouble(value);
        if (RangeError(value, number, schema, path) is { } range) errors.Add(range);
        if (limits.MultipleOf is { } factor && Math.Abs(number / factor - Math.Round(number / factor)) > 1e-9)
            errors.Add(FieldError.Invalid(path.ToString(), value, $"{path} in body should be a multiple of {JsonNumbers.ToText(factor)}"));
        if (limits.Maximum is { } maximum && (limits.ExclusiveMaximum ? number >= maximum : number > maximum))
            errors.Add(Beyond(path, value, "less", limits.ExclusiveMaximum, maximum));
        if (limits.Minimum is { } minimum && (limits.ExclusiveMinimum ? number <= minimum : number < minimum))
            errors.Add(Beyond(path, value, "greater", limits.ExclusiveMinimum, minimum));
    }

    static FieldError Beyond(FieldPath path, JsonNode value, string comparison, bool exclusive, double limit) =>
        FieldError.Invalid(path.ToString(), value, $"{path} in body should be {comparison} than {(exclusive ? "" : "or equal to ")}{JsonNumbers.ToText(limit)}");

    static FieldError? RangeError(JsonNode value, double number, StructuralSchema schema, FieldPath path)
    {
        var fits = (schema.Type, schema.Format) switch
        {
            ("integer", not "int32") when JsonNumbers.TryInteger(value, out _) => true,
            ("integer", "int32") => Math.Floor(number) == number && number is >= int.MinValue and <= int.MaxValue,
            ("integer", _) => Math.Floor(number) == number && Math.Abs(number) < 9.2e18,
            ("number", "float" or "float32") => Math.Abs(number) <= float.MaxValue,
            _ => true,
        };
        var format = schema.Format.Length > 0 ? $"with format {schema.Format}" : "(default format)";
        return fits ? null : FieldError.Invalid(FieldError.NoField, "", $"Checked value must be of type {schema.Type} {format} in {path}");
    }
}
