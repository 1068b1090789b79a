using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects.Cel;

namespace Toolbox.Sandbox.Objects;

/// <summary>What the server refuses in the CEL rules of a CRD's schema.</summary>
internal static class RuleCheck
{
    static readonly string[] Reasons = ["FieldValueRequired", "FieldValueForbidden", "FieldValueInvalid", "FieldValueDuplicate"];

    public static void Find(JsonObject schema, string path, bool isRoot, List<FieldError> errors)
    {
        if (schema["x-kubernetes-validations"] is not JsonArray { Count: > 0 }) return;
        var parsed = StructuralSchema.Parse(schema);
        for (var index = 0; index < parsed.Rules.Count; index++)
            Check(CompiledRule.Compile(parsed.Rules[index], parsed, isRoot), $"{path}.x-kubernetes-validations[{index}]", errors);
    }

    static void Check(CompiledRule compiled, string path, List<FieldError> errors)
    {
        var rule = compiled.Rule;
        if (string.IsNullOrWhiteSpace(rule.Rule)) errors.Add(FieldError.Required($"{path}.rule", "rule is not specified"));
        else if (compiled.Condition is CelCompilation.Failed(var failure)) errors.Add(Invalid($"{path}.rule", rule, failure));
        if (compiled.Message is CelCompilation.Failed(var messageFailure))
            errors.Add(Invalid($"{path}.messageExpression", rule, $"messageExpression {messageFailure}"));
        if (rule.Message.Contains('\n')) errors.Add(FieldError.Invalid($"{path}.message", rule.Message, "message must not contain line breaks"));
        if (rule.Reason.Length > 0 && !Reasons.Contains(rule.Reason)) errors.Add(FieldError.NotSupported($"{path}.reason", rule.Reason, Reasons));
        if (rule.FieldPath.Length > 0 && rule.FieldPath[0] is not ('.' or '['))
            errors.Add(FieldError.Invalid($"{path}.fieldPath", rule.FieldPath, "fieldPath must be a valid path: it begins with '.' or '['"));
    }

    static FieldError Invalid(string field, ValidationRule rule, string detail) =>
        new(field, "FieldValueInvalid", $"Invalid value: {Encode(rule)}: {detail}");

    /// <summary>The rule as Go encodes its internal type, in the order of its members.</summary>
    static string Encode(ValidationRule rule) =>
        $"{{\"Rule\":{GoText.Json(rule.Rule)},\"Message\":{GoText.Json(rule.Message)},\"MessageExpression\":{GoText.Json(rule.MessageExpression)},"
        + $"\"Reason\":{(rule.Reason.Length == 0 ? "null" : GoText.Json(rule.Reason))},\"FieldPath\":{GoText.Json(rule.FieldPath)},"
        + $"\"OptionalOldSelf\":{(rule.OptionalOldSelf is { } optional ? optional ? "true" : "false" : "null")}}}";
}
