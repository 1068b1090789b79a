using LanguageExt;

namespace Toolbox.Core.Supervision;

/// <summary>What the operator does about an object of ours; there is no status, since what it belonged to is gone.</summary>
public static class OrphanDecide
{
    public static Decision<Unit> Decide(OrphanSnapshot snapshot)
    {
        var facts = OrphanFacts.From(snapshot);
        var rule = OrphanRules.Table.FirstMatch(facts);
        var conclusion = rule.Then(snapshot, facts);
        return new Decision<Unit>(
            rule.Name, Unit.Default, false, conclusion.Commands, conclusion.WakeAt, conclusion.Verdict, Option<Notice>.None);
    }
}
