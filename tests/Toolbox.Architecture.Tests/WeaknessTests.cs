using System.Text.RegularExpressions;

namespace Toolbox.Architecture.Tests;

/// <summary>The list of the older toolbox's weaknesses is complete, and what it names is there.</summary>
public sealed partial class WeaknessTests
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "weaknesses.md"));

    static readonly IReadOnlyList<string[]> Rows = [.. Lines.Where(line => line.StartsWith("| W", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    [Fact]
    public void Every_weakness_is_listed_once() =>
        Assert.Equal(Enumerable.Range(1, 42).Concat([56, 57]).Select(number => $"W{number}"), Rows.Select(row => row[1]));

    [Fact]
    public void Every_weakness_has_a_test_or_a_decision()
    {
        var decisions = File.ReadAllText(Path.Combine(Repository.Root, "src", "Toolbox.Core", "Decisions.md"));
        Assert.All(Rows, row =>
        {
            var decided = row[3].Contains("decision", StringComparison.Ordinal);
            Assert.True(decided || Named().IsMatch(row[3]), $"{row[1]} has neither test nor decision");
            if (decided) Assert.Contains($"\n| {row[1]} |", decisions, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var missing = Rows.SelectMany(row => Named().Matches(row[3])).Where(name => !Exists(name.Groups[1].Value, name.Groups[2].Value, name.Groups[3].Value));
        Assert.Equal([], missing.Select(name => name.Value));
    }

    // A test method follows its attribute, with or without data.
    static bool Exists(string project, string @class, string method) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", project), $"{@class}.cs", SearchOption.AllDirectories)
            .Any(file => Regex.IsMatch(File.ReadAllText(file), $@"\[(Fact|Theory)[\s\S]{{0,2000}}?public (async Task|void|Task) {method}\("));

    [GeneratedRegex(@"`([\w.]+)/(\w+)\.(\w+)`")]
    private static partial Regex Named();
}
