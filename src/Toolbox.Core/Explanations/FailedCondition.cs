using LanguageExt;

namespace Toolbox.Core.Explanations;

/// <summary>A part of a rule's condition that does not hold, and what is true instead.</summary>
/// <param name="Condition">The part as the rule book has it: <c>RetryIsDue</c>, <c>Flink is Silent or Gone</c>.</param>
/// <param name="Facts">The facts that it reads.</param>
public sealed record FailedCondition(string Condition, Seq<NamedFact> Facts);
