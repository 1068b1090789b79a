namespace Toolbox.Sandbox.Objects;

/// <summary>One entry of <c>x-kubernetes-validations</c>.</summary>
/// <param name="Rule">CEL expression over <c>self</c> and <c>oldSelf</c>.</param>
/// <param name="Message">What a violation says; empty for the default.</param>
/// <param name="MessageExpression">CEL expression for the message; wins when it yields a text.</param>
/// <param name="Reason">Cause reason; empty for <c>FieldValueInvalid</c>.</param>
/// <param name="FieldPath">Path below the value that the error is about, like <c>.color</c>.</param>
/// <param name="OptionalOldSelf">The transition rule also holds on create, with <c>oldSelf</c> as an optional.</param>
public sealed record ValidationRule(string Rule, string Message, string MessageExpression, string Reason, string FieldPath, bool? OptionalOldSelf);
