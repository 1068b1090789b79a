namespace Toolbox.Sandbox.Api.Refusals;

/// <summary>One cause of a 422 answer, worded as the real server words it.</summary>
/// <param name="Field">Path of the field, such as <c>spec.ports[0].port</c>.</param>
/// <param name="Reason">A CauseType of meta/v1, such as <c>FieldValueInvalid</c>.</param>
/// <param name="Message">The text after the field, such as <c>Required value</c>.</param>
sealed record FieldError(string Field, string Reason, string Message)
{
    public static FieldError Required(string field, string detail = "") =>
        new(field, "FieldValueRequired", detail.Length == 0 ? "Required value" : $"Required value: {detail}");

    /// <param name="value">The value as JSON text.</param>
    public static FieldError Invalid(string field, string value, string detail) =>
        new(field, "FieldValueInvalid", $"Invalid value: {value}: {detail}");

    public static FieldError Unsupported(string field, string value, params IEnumerable<string> allowed) =>
        new(field, "FieldValueNotSupported", $"Unsupported value: {value}: supported values: {string.Join(", ", allowed.Select(item => $"\"{item}\""))}");

    public static FieldError Forbidden(string field, string detail) => new(field, "FieldValueForbidden", $"Forbidden: {detail}");

    public static FieldError Duplicate(string field, string value) => new(field, "FieldValueDuplicate", $"Duplicate value: {value}");
}
