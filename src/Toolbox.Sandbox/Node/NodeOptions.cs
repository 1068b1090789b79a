using System.Collections.Immutable;
using System.Net;
using Serilog;
using Toolbox.Sandbox.Node.Addresses;
using Toolbox.Sandbox.Node.Images;
using Toolbox.Sandbox.Node.Pods;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Node;

/// <summary>How the sandbox's node is started.</summary>
/// <param name="DataDirectory">The folder for logs, volumes and processes of pods; made if it does not exist.</param>
public sealed record NodeOptions(string DataDirectory)
{
    public string Name { get; init; } = "sandbox-node";

    /// <summary>Where pods get their addresses from. A real API server refuses loopback addresses in Endpoints: give it a range of its own.</summary>
    public AddressRange Addresses { get; init; } = AddressRange.Default;

    /// <summary>The node's own address: its log endpoint listens on it.</summary>
    public IPAddress HostAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The port of the log endpoint; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Answer with TLS and a certificate of this run's own, as a real API server expects.</summary>
    public bool ServeTls { get; init; }

    /// <summary>Play the scheduler too: bind pods that have no node. Off where a real scheduler runs.</summary>
    public bool BindPods { get; init; } = true;

    /// <summary>Flink distributions; without one, Flink is simulated.</summary>
    public ImmutableArray<FlinkHome> FlinkHomes { get; init; } = [];

    /// <summary>Folders with JARs that real Flink loads as plugins, beside those of its distribution; the last part of a path is the plugin's name.</summary>
    public ImmutableArray<string> FlinkPlugins { get; init; } = [];

    /// <summary>Image name (with or without tag) to the folder that holds its files.</summary>
    public ImmutableDictionary<string, string> Images { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The command of the flinkctl executable; by default this process's own.</summary>
    public ImmutableArray<string> ExecutableCommand { get; init; } = OwnCommand.Find();

    /// <summary>A JAR that images without files show as <c>/flink-jobs.jar</c>.</summary>
    public string? SampleJar { get; init; }

    public RestartDelay RestartDelay { get; init; } = RestartDelay.Default;

    /// <summary>How often the node's Lease is renewed; null for never.</summary>
    public TimeSpan? LeaseInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a pod without a grace period of its own may take to end, and how long stopping the node waits at most.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The size at which a log file is turned over; twice as much is kept for each container.</summary>
    public long LogBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Give real Flink its own view of the file system where the kernel grants it.</summary>
    public bool MountNamespaces { get; init; } = true;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The clock of the simulated Flink.</summary>
    public TimeProvider FlinkClock { get; init; } = TimeProvider.System;

    public SimulatedFlinkTiming FlinkTiming { get; init; } = new();

    public ILogger Log { get; init; } = Serilog.Core.Logger.None;
}
