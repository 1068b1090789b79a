using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Explanations;

/// <summary>A row of the rule table of the present state, with whether it holds right now.</summary>
/// <param name="Number">Its place in the table, from 1: its priority.</param>
/// <param name="Condition">In words, as the rule book has it.</param>
/// <param name="Decides">It is the first that holds.</param>
/// <param name="Failed">What of its condition does not hold; empty when it holds.</param>
public sealed record ExplainedRule(
    int Number, string Name, string Condition, bool Holds, bool Decides, Seq<SupervisorStatus> LeadsTo, Seq<FailedCondition> Failed);
