using Toolbox.Core.Resources;

namespace Toolbox.Core;

/// <summary>The rules of one state in order: the first whose condition holds decides, and the last one always holds.</summary>
public sealed class RuleTable<TSnapshot, TFacts, TStatus>(SupervisorStatus state, params Rule<TSnapshot, TFacts, TStatus>[] rules)
{
    public SupervisorStatus State { get; } = state;

    public IReadOnlyList<Rule<TSnapshot, TFacts, TStatus>> Rules => rules;

    /// <summary>The deciding rule; a table whose last row does not hold is a programmer error.</summary>
    public Rule<TSnapshot, TFacts, TStatus> FirstMatch(TFacts facts)
    {
        foreach (var rule in rules)
            if (rule.When(facts)) return rule;
        throw new InvalidOperationException($"No rule of state {State} matches {facts}");
    }
}
