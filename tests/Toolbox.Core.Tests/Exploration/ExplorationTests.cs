using System.Diagnostics;
using Xunit.Abstractions;

namespace Toolbox.Core.Tests.Exploration;

public class ExplorationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Settings.All.Select(setting => setting.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_reachable_state_is_safe_and_comes_to_rest(string name)
    {
        var watch = Stopwatch.StartNew();
        var exploration = new Explorer(Settings.All.Single(setting => setting.Name == name)).Run();
        output.WriteLine($"{name}: {exploration.States} states, {exploration.Edges} steps, longest calm path {exploration.LongestCalmPath}, "
            + $"{exploration.Rules.Count} rules, {watch.Elapsed.TotalSeconds:0.0} s, {GC.GetTotalMemory(false) >> 20} MiB");
        Assert.True(exploration.CounterExamples.Count == 0, string.Join("\n", exploration.CounterExamples));
    }
}
