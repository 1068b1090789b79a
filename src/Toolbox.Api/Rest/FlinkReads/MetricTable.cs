using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>Which metrics are asked of Flink, and under which names and as what they are shown; what Flink does not have is 0 or empty.</summary>
sealed class MetricTable
{
    readonly ImmutableArray<Metric> _metrics;

    MetricTable(IEnumerable<Metric> metrics) => _metrics = [.. metrics];

    /// <summary>Of a job.</summary>
    public static MetricTable Job { get; } = new(
    [
        .. Whole("totalNumberOfCheckpoints", "numberOfCompletedCheckpoints", "numberOfInProgressCheckpoints", "numberOfFailedCheckpoints",
            "lastCheckpointDuration", "lastCheckpointSize", "lastCheckpointRestoreTimestamp", "lastCheckpointAlignmentBuffered"),
        new Metric("lastCheckpointExternalPath", "lastCheckpointExternalPath", MetricKind.Text),
        // Since Flink 2.0 it has only the second name.
        new Metric("fullRestarts", "fullRestarts", MetricKind.Whole) { Successor = "numRestarts" },
        .. Whole("restartingTime", "uptime", "downtime"),
    ]);

    /// <summary>Of a JobManager or TaskManager process.</summary>
    public static MetricTable Process { get; } = new(
    [
        Jvm("jvmCPUTime", "CPU.Time"),
        new Metric("jvmCPULoad", "Status.JVM.CPU.Load", MetricKind.Fraction),
        Jvm("jvmThreadsCount", "Threads.Count"),
        .. Jvm("jvmMemoryHeap", "Memory.Heap", "Max", "Used", "Committed"),
        .. Jvm("jvmMemoryNonHeap", "Memory.NonHeap", "Max", "Used", "Committed"),
        .. Jvm("jvmMemoryDirect", "Memory.Direct", "Count", "MemoryUsed", "TotalCapacity"),
        .. Jvm("jvmMemoryMapped", "Memory.Mapped", "Count", "MemoryUsed", "TotalCapacity"),
        .. Jvm("jvmGarbageCollectorCopy", "GarbageCollector.Copy", "Time", "Count"),
        .. Jvm("jvmGarbageCollectorMarkSweepCompact", "GarbageCollector.MarkSweepCompact", "Time", "Count"),
        .. Jvm("jvmClassLoader", "ClassLoader", "ClassesLoaded", "ClassesUnloaded"),
        .. Whole("taskSlotsTotal", "taskSlotsAvailable", "numRegisteredTaskManagers", "numRunningJobs"),
    ]);

    /// <summary>What Flink is asked for.</summary>
    public IEnumerable<string> Names => _metrics.SelectMany(metric => metric.Successor is null ? [metric.Source] : new[] { metric.Source, metric.Successor });

    public IEnumerable<(string Name, MetricKind Kind)> Fields => _metrics.Select(metric => (metric.Name, metric.Kind));

    public string Output(IReadOnlyDictionary<string, string> values)
    {
        var output = new JsonObject();
        foreach (var metric in _metrics) output[metric.Name] = Value(metric.Kind, values.GetValueOrDefault(metric.Source) ?? values.GetValueOrDefault(metric.Successor ?? ""));
        return output.ToJsonString();
    }

    // Flink writes some whole numbers with a fraction, and NaN for what it cannot measure.
    static JsonNode Value(MetricKind kind, string? text) => kind switch
    {
        MetricKind.Text => JsonValue.Create(text ?? "")!,
        MetricKind.Fraction => JsonValue.Create(Number(text)),
        _ => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? JsonValue.Create(whole) : JsonValue.Create((long)Math.Clamp(Number(text), long.MinValue, 9e18)),
    };

    static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;

    static IEnumerable<Metric> Whole(params string[] names) => names.Select(name => new Metric(name, name, MetricKind.Whole));

    static Metric Jvm(string name, string source) => new(name, $"Status.JVM.{source}", MetricKind.Whole);

    static IEnumerable<Metric> Jvm(string name, string source, params string[] parts) => parts.Select(part => Jvm(name + part, $"{source}.{part}"));

    sealed record Metric(string Name, string Source, MetricKind Kind)
    {
        public string? Successor { get; init; }
    }
}
