using LanguageExt;

namespace Toolbox.Core.Supervision;

/// <summary>What the operator does about a cluster's supervisor; the cluster's status is the supervisor's to write, so there is none here.</summary>
public static class SupervisionDecide
{
    public static Decision<Unit> Decide(SupervisionSnapshot snapshot)
    {
        var facts = SupervisionFacts.From(snapshot);
        var rule = SupervisionRules.Table.FirstMatch(facts);
        var conclusion = rule.Then(snapshot, facts);
        return new Decision<Unit>(
            rule.Name, Unit.Default, false, conclusion.Commands, conclusion.WakeAt, conclusion.Verdict, Option<Notice>.None);
    }
}
