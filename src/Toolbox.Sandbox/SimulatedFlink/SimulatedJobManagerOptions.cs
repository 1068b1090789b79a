using System.Net;

namespace Toolbox.Sandbox.SimulatedFlink;

/// <summary>One simulated JobManager process.</summary>
/// <param name="Address">Address that its REST server binds to.</param>
/// <param name="FlinkVersion">"1.9.3" to "2.3.0": decides paths, fields and texts.</param>
public sealed record SimulatedJobManagerOptions(IPAddress Address, string FlinkVersion)
{
    /// <summary>Port of the REST server; 0 takes a free one.</summary>
    public int Port { get; init; } = 8081;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public SimulatedFlinkTiming Timing { get; init; } = new();

    /// <summary>Savepoints and checkpoints; share one object between the processes that shall find each other's state.</summary>
    public SimulatedStorage Storage { get; init; } = new();

    /// <summary>Folder of uploaded JARs; null takes a folder of its own, which is removed at the end.</summary>
    public string? UploadDirectory { get; init; }

    /// <summary>
    /// Effective Flink configuration. Read are: the savepoint and checkpoint directories (old and new keys),
    /// `execution.checkpointing.interval`, `...num-retained`, `...externalized-checkpoint-retention` (RETAIN_ON_CANCELLATION if absent)
    /// and `jobmanager.scheduler`.
    /// </summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();
}
