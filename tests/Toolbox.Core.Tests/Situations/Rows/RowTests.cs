using System.Reflection;

namespace Toolbox.Core.Tests.Situations.Rows;

/// <summary>Every row of the older toolbox's tables has a test, and what we do otherwise has a reason.</summary>
public class RowTests
{
    static readonly IReadOnlyList<(MethodInfo Test, RowAttribute Row)> Tests =
    [
        .. from type in typeof(RowTests).Assembly.GetTypes()
        from method in type.GetMethods()
        let row = method.GetCustomAttribute<RowAttribute>()
        where row is not null
        select (method, row),
    ];

    [Fact]
    public void Every_row_has_exactly_one_test() => Assert.Equal(ReferenceRows.All.Order(), Tests.Select(test => test.Row.Id).Order());

    [Fact]
    public void A_test_of_a_row_is_run() => Assert.All(Tests, test => Assert.NotNull(test.Test.GetCustomAttribute<FactAttribute>()));

    /// <summary>The list of rows with their tests and, where we differ, the reason.</summary>
    [Fact]
    public void Rows_tests_and_reasons_are_as_agreed() => Golden.Match(
        string.Join('\n', ReferenceRows.All.Select(id => Tests.Single(test => test.Row.Id == id)).Select(test =>
            $"{test.Row.Id}: {test.Test.Name}{(test.Row.Changed.Length == 0 ? "" : $"\n    changed: {test.Row.Changed}")}")) + "\n", "Rows");

    [ReferenceFact("behaviour.md")]
    public void The_rows_are_those_of_the_description() => Assert.Equal(
        ReferenceRows.All.Where(row => row != "6.11 absent").Order(), ReferenceRows.In(File.ReadAllLines(ProjectFiles.Reference("behaviour.md"))).Order());
}
