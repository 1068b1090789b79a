using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>One cause of a 422: the server's field error (k8s.io/apimachinery field.Error).</summary>
/// <param name="Field">Path like <c>spec.parts[0].name</c>; <c>&lt;nil&gt;</c> where the server names none.</param>
/// <param name="Reason">Cause reason: <c>FieldValueRequired</c>, <c>FieldValueInvalid</c>...</param>
/// <param name="Message">Cause message, complete: <c>Invalid value: 11: spec.replicas in body should be ...</c>.</param>
/// <param name="BadValue">The value that was refused, where there is one.</param>
public sealed record FieldError(string Field, string Reason, string Message, JsonNode? BadValue = null)
{
    public const string NoField = "<nil>";

    /// <summary>The error as it stands in a Status message.</summary>
    public override string ToString() => $"{Field}: {Message}";

    public static FieldError Required(string field, string detail = "") => new(field, "FieldValueRequired", With("Required value", detail));

    public static FieldError Forbidden(string field, string detail) => new(field, "FieldValueForbidden", With("Forbidden", detail));

    public static FieldError Invalid(string field, JsonNode? value, string detail) =>
        new(field, "FieldValueInvalid", With($"Invalid value: {GoText.Value(value)}", detail), value);

    /// <summary>An invalid object or list, whose content the message leaves out.</summary>
    public static FieldError InvalidWithoutValue(string field, string detail) => new(field, "FieldValueInvalid", With("Invalid value", detail));

    public static FieldError TypeInvalid(string field, string found, string detail) =>
        new(field, "FieldValueTypeInvalid", With($"Invalid value: {GoText.Quote(found)}", detail), found);

    public static FieldError Duplicate(string field, JsonNode? value) =>
        new(field, "FieldValueDuplicate", $"Duplicate value: {GoText.Value(value)}", value);

    public static FieldError NotSupported(string field, JsonNode? value, IEnumerable<string> supported) =>
        new(field, "FieldValueNotSupported",
            $"Unsupported value: {GoText.Value(value)}: supported values: {string.Join(", ", supported.Select(GoText.Quote))}", value);

    public static FieldError TooLong(string field, long limit) =>
        new(field, "FieldValueTooLong", $"Too long: may not be more than {limit} bytes");

    public static FieldError TooMany(string field, long actual, long limit) =>
        new(field, "FieldValueTooMany", $"Too many: {actual}: must have at most {limit} items");

    /// <summary>The message of several errors: one alone, more in brackets.</summary>
    public static string Summary(IReadOnlyCollection<FieldError> errors) =>
        errors.Count == 1 ? errors.First().ToString() : $"[{string.Join(", ", errors)}]";

    static string With(string message, string detail) => detail.Length == 0 ? message : $"{message}: {detail}";
}
