using System.Runtime.CompilerServices;
using Toolbox.Core.Resources;

namespace Toolbox.Core;

/// <summary>
/// One row of a rule table: a name, a condition over facts, a conclusion, and the states that the conclusion may lead to.
/// The name is the sentence in PascalCase; it is the event's reason, the metric's label and the edge of the graph.
/// </summary>
public sealed record Rule<TSnapshot, TFacts, TStatus>
{
    /// <summary>A rule of a table without machine.</summary>
    /// <param name="condition">The condition as it is written: left to the compiler, or given where the rule is made by another function.</param>
    public Rule(
        string name, Func<TFacts, bool> when, Func<TSnapshot, TFacts, Conclusion<TStatus>> then, [CallerArgumentExpression(nameof(when))] string condition = "")
    {
        Name = name;
        When = when;
        Then = then;
        Condition = new RuleCondition(condition);
    }

    /// <summary>A rule that leads to one state.</summary>
    /// <param name="condition">The condition as it is written: left to the compiler, or given where the rule is made by another function.</param>
    public Rule(
        string name, Func<TFacts, bool> when, Func<TSnapshot, TFacts, Conclusion<TStatus>> then, SupervisorStatus leadsTo,
        [CallerArgumentExpression(nameof(when))] string condition = "")
        : this(name, when, then, condition) => LeadsTo = [leadsTo];

    public string Name { get; }

    public Func<TFacts, bool> When { get; }

    public Func<TSnapshot, TFacts, Conclusion<TStatus>> Then { get; }

    public IReadOnlyList<SupervisorStatus> LeadsTo { get; } = [];

    /// <summary>The condition in words; it is taken from the code, so that it cannot say something else.</summary>
    public RuleCondition Condition { get; }
}
