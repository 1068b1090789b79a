using System.Text.RegularExpressions;

namespace Toolbox.Core.Tests.Rules;

public partial class RuleTableTests
{
    public static TheoryData<string> Tables => [.. AllTables.Rows.Select(row => row.Table).Distinct()];

    [Theory, MemberData(nameof(Tables))]
    public void Order_names_and_targets_are_as_agreed(string table) => Golden.Match(
        string.Join('\n', RowsOf(table).Select((row, index) => $"{index + 1,2} {row.Name}{Targets(row)}")) + "\n",
        $"Table_{table.Replace(' ', '_')}");

    [Theory, MemberData(nameof(Tables))]
    public void Rule_names_are_unique_within_a_table(string table) =>
        Assert.Empty(RowsOf(table).GroupBy(row => row.Name).Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory, MemberData(nameof(Tables))]
    public void Rule_names_are_PascalCase_words(string table) => Assert.All(RowsOf(table), row => Assert.Matches(PascalCase(), row.Name));

    static string Targets(TableRow row) => row.LeadsTo.Count == 0 ? "" : " -> " + string.Join(", ", row.LeadsTo);

    static List<TableRow> RowsOf(string table) => [.. AllTables.Rows.Where(row => row.Table == table)];

    // Kubernetes wants event reasons to be one word in UpperCamelCase of at most 128 characters.
    [GeneratedRegex("^[A-Z][A-Za-z]{2,63}$")]
    private static partial Regex PascalCase();
}
