using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Explanations;

/// <summary>The parts of an explanation that all kinds have in common.</summary>
static class Explaining
{
    /// <summary>Every rule of the table, in order, with whether it holds.</summary>
    public static Seq<ExplainedRule> Rules<TSnapshot, TFacts, TStatus>(RuleTable<TSnapshot, TFacts, TStatus> table, TFacts facts, Seq<NamedFact> named)
    {
        var deciding = table.FirstMatch(facts);
        return table.Rules.Select((rule, index) => Rule(rule, index + 1, rule.When(facts), ReferenceEquals(rule, deciding), named)).ToSeq().Strict();
    }

    /// <summary>The decision, with the sentence that its rule concludes.</summary>
    /// <param name="state">The state that follows; empty where there is no machine.</param>
    public static ExplainedDecision Decision<TStatus>(Decision<TStatus> decision, string message, string state) =>
        new(decision.Rule, decision.Verdict, message, state, decision.Commands.Map(CommandText.Of).Strict(), decision.WakeAt);

    /// <summary>The states that a machine permits from here, itself left out.</summary>
    public static Seq<SupervisorStatus> Next(Stateless.StateMachine<SupervisorStatus, SupervisorStatus> machine) =>
        Enum.GetValues<SupervisorStatus>().Where(state => state != machine.State && machine.CanFire(state)).ToSeq().Strict();

    static ExplainedRule Rule<TSnapshot, TFacts, TStatus>(
        Rule<TSnapshot, TFacts, TStatus> rule, int number, bool holds, bool decides, Seq<NamedFact> facts) => new(
        number, rule.Name, rule.Condition.Text, holds, decides, rule.LeadsTo.ToSeq().Strict(),
        holds ? LanguageExt.Seq<FailedCondition>.Empty : ConditionParts.Failing(rule.Condition, facts));
}
