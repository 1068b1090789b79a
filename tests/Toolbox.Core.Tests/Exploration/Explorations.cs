using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Toolbox.Core.Tests.Exploration;

/// <summary>Each setting is explored once for all tests.</summary>
static class Explorations
{
    static readonly ConcurrentDictionary<string, Lazy<Exploration>> Explored = new();

    public static IEnumerable<Exploration> All => Settings.All.Select(setting => Of(setting.Name));

    public static void IsSafe(string name, ITestOutputHelper output)
    {
        var exploration = Of(name);
        output.WriteLine($"{name}: {exploration.States} states, {exploration.Edges} steps, longest calm path {exploration.LongestCalmPath}, "
            + $"{exploration.Rules.Count} rules, {exploration.Elapsed.TotalSeconds:0.0} s, {GC.GetTotalMemory(false) >> 20} MiB");
        Assert.True(exploration.CounterExamples.Count == 0, string.Join("\n", exploration.CounterExamples));
    }

    static Exploration Of(string name) => Explored.GetOrAdd(name, _ =>
        new Lazy<Exploration>(() => new Explorer(Settings.All.Single(setting => setting.Name == name)).Run())).Value;
}
