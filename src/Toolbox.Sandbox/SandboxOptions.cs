using System.Collections.Immutable;
using Serilog;
using Toolbox.Sandbox.Api;
using Toolbox.Sandbox.Node;

namespace Toolbox.Sandbox;

/// <summary>How a whole sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port of the Kubernetes API on loopback; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The namespace that is made for Flink, and that the kubeconfig names.</summary>
    public string Namespace { get; init; } = "flink";

    /// <summary>Where to write a kubeconfig that only the user can read; null for nowhere.</summary>
    public string? KubeconfigPath { get; init; }

    /// <summary>Keeps objects, logs and volumes between two runs; null keeps nothing.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Folders of Flink distributions; without one, Flink is simulated.</summary>
    public ImmutableArray<string> FlinkHomes { get; init; } = [];

    /// <summary>Folders with JARs that real Flink loads as plugins.</summary>
    public ImmutableArray<string> FlinkPlugins { get; init; } = [];

    /// <summary>Image name (with or without tag) to the folder that holds its files.</summary>
    public ImmutableDictionary<string, string> Images { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A JAR that images without files show as <c>/flink-jobs.jar</c>.</summary>
    public string? SampleJar { get; init; }

    /// <summary>The command of the flinkctl executable; by default this process's own.</summary>
    public ImmutableArray<string> ExecutableCommand { get; init; } = OwnCommand.Find();

    /// <summary>YAML or JSON texts, each of one or more objects, that are applied in their order: definitions of custom resources, roles.</summary>
    public ImmutableArray<string> Manifests { get; init; } = [];

    /// <summary>Install nothing, as on a new Kubernetes: neither the namespace nor accounts nor <see cref="Manifests"/>.</summary>
    public bool Bare { get; init; }

    /// <summary>Start without a node: pods stay Pending, or another node serves them.</summary>
    public bool NoNode { get; init; }

    /// <summary>Changes the node's options further, for tests: delays, clocks.</summary>
    public Func<NodeOptions, NodeOptions> Node { get; init; } = options => options;

    /// <summary>Whether roles decide what each service account may do.</summary>
    public AuthorizationMode Authorization { get; init; }

    /// <summary>Users with tokens, as <see cref="ApiServerOptions.TokenFile"/>; null for none.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Where requests are noted, as <see cref="ApiServerOptions.AuditLogPath"/>; null for nowhere.</summary>
    public string? AuditLogPath { get; init; }

    public ILogger Log { get; init; } = Serilog.Core.Logger.None;
}
