using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Toolbox.Sandbox.Objects.Cel;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// Runs the CEL rules of a schema. A rule that names <c>oldSelf</c> runs only where the value before the update is known; other rules do not
/// run again for a value that an update leaves as it was. All rules of a request share one budget.
/// </summary>
internal sealed partial class RuleValidation(List<FieldError> errors)
{
    const long Budget = 10_000_000;
    readonly CelEvaluator evaluator = new(Budget);

    public void Validate(JsonNode? value, JsonNode? old, StructuralSchema schema, string path, bool isRoot)
    {
        if (value is null || !schema.HasRules) return;
        if (schema.Rules.Count > 0) RunRules(value, old, schema, path, isRoot);
        switch (value)
        {
            case JsonObject map:
                foreach (var (name, member) in map)
                    if (schema.Member(name) is { HasRules: true } memberSchema)
                        Validate(member, (old as JsonObject)?[name], memberSchema, MemberPath(schema, path, name), false);
                break;
            case JsonArray list when schema.Items is { HasRules: true } items:
                var counterparts = new ItemIndex(old as JsonArray, schema);
                for (var index = 0; index < list.Count; index++)
                    Validate(list[index], counterparts.Find(list[index]), items, $"{path}[{index}]", false);
                break;
        }
    }

    static string MemberPath(StructuralSchema schema, string path, string name) =>
        !schema.Properties.ContainsKey(name) ? $"{path}[{name}]" : path.Length == 0 ? name : $"{path}.{name}";

    void RunRules(JsonNode value, JsonNode? old, StructuralSchema schema, string path, bool isRoot)
    {
        var isUnchanged = old is not null && JsonNode.DeepEquals(value, old);
        var self = isRoot ? CelConversion.Root(value, schema) : CelConversion.Of(value, schema);
        var oldSelf = old is null ? null : isRoot ? CelConversion.Root(old, schema) : CelConversion.Of(old, schema);
        foreach (var compiled in schema.CompiledRules(isRoot))
        {
            if (compiled.Condition is not CelCompilation.Compiled(var program))
            {
                errors.Add(Violation(compiled.Rule, value, path, $"rule compile error: {((CelCompilation.Failed)compiled.Condition).Message}"));
                continue;
            }
            var isOptional = compiled.Rule.OptionalOldSelf == true;
            if (program.UsesOldSelf ? oldSelf is null && !isOptional : isUnchanged) continue;
            var before = isOptional ? new CelValue.Optional(oldSelf) : oldSelf;
            if (Complaint(program.Evaluate(evaluator, self, before), compiled, self, before) is { } complaint)
                errors.Add(Violation(compiled.Rule, value, path, complaint));
        }
    }

    string? Complaint(CelValue result, CompiledRule compiled, CelValue self, CelValue? oldSelf) => result switch
    {
        CelValue.Bool { Value: true } => null,
        CelValue.Bool => Message(compiled, self, oldSelf),
        CelValue.Failure { Message: "no such overload" } failure =>
            $"'{failure.Message}': call arguments did not match a supported operator, function or macro signature for rule: {compiled.Rule.Rule.Trim()}",
        CelValue.Failure { Message: var message } when message.StartsWith("operation cancelled", StringComparison.Ordinal) =>
            $"no further validation rules will be run due to call cost exceeds limit for rule: {compiled.Rule.Rule.Trim()}",
        CelValue.Failure failure => $"{failure.Message} evaluating rule: {compiled.Rule.Rule.Trim()}",
        _ => $"rule evaluated to {result.TypeName}, not to bool: {compiled.Rule.Rule.Trim()}",
    };

    string Message(CompiledRule compiled, CelValue self, CelValue? oldSelf)
    {
        // A message expression that fails or yields no one-line text falls back to the fixed message.
        if (compiled.Message is CelCompilation.Compiled(var program)
            && program.Evaluate(evaluator, self, oldSelf) is CelValue.Text { Value: var text } && text.Trim().Length > 0 && !text.Contains('\n'))
            return text;
        return compiled.Rule.Message.Length > 0 ? compiled.Rule.Message.Trim() : $"failed rule: {compiled.Rule.Rule.Trim()}";
    }

    static FieldError Violation(ValidationRule rule, JsonNode value, string path, string message)
    {
        var field = path + QuotedKey().Replace(rule.FieldPath, ".$1");
        if (path.Length == 0) field = field.TrimStart('.');
        if (field.Length == 0) field = FieldError.NoField;
        return rule.Reason switch
        {
            "FieldValueForbidden" => FieldError.Forbidden(field, message),
            "FieldValueRequired" => FieldError.Required(field, message),
            "FieldValueDuplicate" => FieldError.Duplicate(field, value),
            _ => value is JsonObject or JsonArray ? FieldError.InvalidWithoutValue(field, message) : FieldError.Invalid(field, value, message),
        };
    }

    [GeneratedRegex(@"\[['""]([^'""]*)['""]\]")]
    private static partial Regex QuotedKey();
}
