using System.Collections.Immutable;
using Toolbox.Sandbox.Node.Images;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>
/// The variables <c>FLINK_JM_HEAP</c> and <c>FLINK_TM_HEAP</c>, from which Flink 1.x takes its memory before its configuration. Up to 1.9 a
/// number without a unit was megabytes; since 1.10 it is bytes, with which no process starts. Nobody means bytes, so it is megabytes here.
/// Flink 2 does not look at them.
/// </summary>
public static class HeapVariables
{
    static readonly ImmutableSortedDictionary<string, string> ProcessSizes = ImmutableSortedDictionary<string, string>.Empty
        .Add("FLINK_JM_HEAP", "jobmanager.memory.process.size")
        .Add("FLINK_TM_HEAP", "taskmanager.memory.process.size");

    /// <summary>The variables that have to be replaced, with the unit added.</summary>
    public static ImmutableSortedDictionary<string, string> WithUnit(FlinkHome home, IReadOnlyDictionary<string, string> variables) => Known(home, variables)
        .Where(pair => pair.Value.All(char.IsAsciiDigit))
        .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value + "m");

    /// <summary>The keys whose defaults would contradict a heap that is set: a size of the whole process.</summary>
    public static IEnumerable<string> Overruled(FlinkHome home, IReadOnlyDictionary<string, string> variables) =>
        Known(home, variables).Select(pair => ProcessSizes[pair.Key]);

    /// <summary>What the container's log shall say about a replaced variable.</summary>
    public static string Remark(string name, string value, FlinkHome home) =>
        $"{name}={value[..^1]} has no unit: taken as {value}, as Flink 1.9 did (Flink {home.Version} would read bytes); write {value} to mean the same everywhere";

    static IEnumerable<KeyValuePair<string, string>> Known(FlinkHome home, IReadOnlyDictionary<string, string> variables) =>
        home.Version.StartsWith("1.", StringComparison.Ordinal)
            ? ProcessSizes.Keys.Select(name => KeyValuePair.Create(name, variables.GetValueOrDefault(name)?.Trim() ?? "")).Where(pair => pair.Value.Length > 0)
            : [];
}
