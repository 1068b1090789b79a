namespace Toolbox.Core.Tests.Situations;

/// <summary>The situations of one rule table.</summary>
/// <param name="Name">As in <see cref="Rules.TableRow.Table"/>.</param>
sealed record SituationTable(string Name, Func<IReadOnlyList<DecidedSituation>> Decide)
{
    public IReadOnlyList<DecidedSituation> Decided => Decide();
}
