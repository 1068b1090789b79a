using Toolbox.Sandbox.Objects.Cel;

namespace Toolbox.Sandbox.Objects;

/// <summary>A validation rule with its programs.</summary>
internal sealed record CompiledRule(ValidationRule Rule, CelCompilation Condition, CelCompilation? Message)
{
    public static CompiledRule Compile(ValidationRule rule, StructuralSchema schema, bool isRoot) => new(
        rule,
        CelProgram.Compile(rule.Rule, schema, isRoot, "bool", rule.OptionalOldSelf == true),
        rule.MessageExpression.Length == 0 ? null : CelProgram.Compile(rule.MessageExpression, schema, isRoot, "string", rule.OptionalOldSelf == true));
}
