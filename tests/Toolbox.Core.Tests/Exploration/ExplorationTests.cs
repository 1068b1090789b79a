using System.Collections.Concurrent;
using System.Diagnostics;
using Toolbox.Core.Tests.Rules;
using Xunit.Abstractions;

namespace Toolbox.Core.Tests.Exploration;

public class ExplorationTests(ITestOutputHelper output)
{
    // Each setting is explored once for all tests.
    static readonly ConcurrentDictionary<string, Lazy<Exploration>> Explored = new();

    public static TheoryData<string> Names => [.. Settings.All.Select(setting => setting.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_reachable_state_is_safe_and_comes_to_rest(string name)
    {
        var watch = Stopwatch.StartNew();
        var exploration = Explore(name);
        output.WriteLine($"{name}: {exploration.States} states, {exploration.Edges} steps, longest calm path {exploration.LongestCalmPath}, "
            + $"{exploration.Rules.Count} rules, {watch.Elapsed.TotalSeconds:0.0} s, {GC.GetTotalMemory(false) >> 20} MiB");
        Assert.True(exploration.CounterExamples.Count == 0, string.Join("\n", exploration.CounterExamples));
    }

    /// <summary>A rule that the model never reaches is either about what the model leaves out, or dead.</summary>
    [Fact]
    public void The_rules_that_no_exploration_reaches_are_about_what_the_model_leaves_out()
    {
        var reached = Settings.All.SelectMany(setting => Explore(setting.Name).Rules).ToHashSet();
        var others = AllTables.Cluster.Concat(AllTables.Job).Select(row => row.ToString()).Where(row => !reached.Contains(row));
        Golden.Match(string.Join('\n', others) + "\n", "Rules_beyond_the_model");
    }

    [Theory]
    [InlineData("Starting")]
    [InlineData("Started")]
    [InlineData("Stopping")]
    [InlineData("Stopped")]
    [InlineData("Terminated")]
    public void Every_state_of_both_machines_is_reached(string state)
    {
        var reached = Settings.All.SelectMany(setting => Explore(setting.Name).Rules).ToList();
        Assert.Contains(reached, rule => rule.StartsWith($"Cluster {state}:", StringComparison.Ordinal));
        Assert.Contains(reached, rule => rule.StartsWith($"Job {state}:", StringComparison.Ordinal));
    }

    static Exploration Explore(string name) => Explored.GetOrAdd(name, _ =>
        new Lazy<Exploration>(() => new Explorer(Settings.All.Single(setting => setting.Name == name)).Run())).Value;
}
