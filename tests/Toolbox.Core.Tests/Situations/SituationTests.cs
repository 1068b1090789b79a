using Toolbox.Core.Tests.Rules;

namespace Toolbox.Core.Tests.Situations;

/// <summary>Named situations: which rule decides, and the full decision under snapshot. Every rule of every table has one.</summary>
public class SituationTests
{
    public static TheoryData<string> Tables => [.. Situations.All.Select(table => table.Name)];

    [Theory, MemberData(nameof(Tables))]
    public void The_rule_that_the_situation_names_decides(string table) =>
        Assert.All(Situations.Table(table).Decided, situation => Assert.Equal(situation.Expected, situation.Rule));

    [Theory, MemberData(nameof(Tables))]
    public void The_decisions_are_as_agreed(string table) => Golden.Match(
        string.Join("\n\n", Situations.Table(table).Decided.Select(situation => $"{situation.Name}\n{situation.Text}")) + "\n",
        $"Situations_{table.Replace(' ', '_')}");

    [Theory, MemberData(nameof(Tables))]
    public void Every_rule_of_the_table_decides_in_some_situation(string table)
    {
        var hit = Situations.Table(table).Decided.Select(situation => situation.Rule).ToHashSet();
        var dead = AllTables.Rows.Where(row => row.Table == table && !hit.Contains(row.Name)).Select(row => row.Name);
        Assert.Equal([], dead);
    }

    [Theory, MemberData(nameof(Tables))]
    public void A_rule_leads_only_where_its_row_says(string table) => Assert.All(
        Situations.Table(table).Decided.Where(situation => situation.State is not null),
        situation => Assert.Contains(situation.State!.Value, AllTables.Rows.Single(row => row.Table == table && row.Name == situation.Rule).LeadsTo));

    [Fact]
    public void Every_table_has_situations() =>
        Assert.Equal(AllTables.Rows.Select(row => row.Table).Distinct().Order(), Situations.All.Select(table => table.Name).Order());
}
