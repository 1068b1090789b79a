using System.Text.Json.Nodes;
using Toolbox.Cli.Tests.Client;
using Toolbox.Cli.Tests.Processes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox;

namespace Toolbox.Cli.Tests.People;

/// <summary>A sandbox with an operator, a cluster and a job that runs; the pods are processes of the built executable.</summary>
public sealed class RunningWorld : IAsyncLifetime
{
    static readonly ResourceType<JsonObject> Jobs = ResourceTypes.Json("nextbreakpoint.com", "v1", "flinkjobs", "FlinkJob");

    SandboxWorld _sandbox = null!;

    public string Kubeconfig => _sandbox.KubeconfigPath;

    internal Task<Invocation> Run(params string[] arguments) => Invocation.Run([.. arguments, "--kubeconfig", Kubeconfig]);

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxWorld.StartAsync(
            new SandboxOptions { Namespace = "flink-jobs", ExecutableCommand = [Flinkctl.Path], Manifests = [.. StillWorld.Definitions()] }, CancellationToken.None);
        var manifest = await File.ReadAllTextAsync(Path.Combine(Samples.Root(), "src", "Toolbox.Cli", "Sandbox", "Manifests", "operator.yaml"));
        await _sandbox.ApplyAsync(manifest.Replace("NAMESPACE", "flink-jobs", StringComparison.Ordinal), CancellationToken.None);
        await _sandbox.ApplyAsync(await File.ReadAllTextAsync(Samples.File("cluster-with-job.yaml")), CancellationToken.None);
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        await foreach (var seen in _sandbox.Client.Watch(Jobs, "flink-jobs", new WatchOptions { Timeout = Flinkctl.Patience }, limit.Token))
            if (seen is WatchEvent<JsonObject>.Added { Value: var added } && IsReady(added) || seen is WatchEvent<JsonObject>.Modified { Value: var changed } && IsReady(changed)) return;
        throw new TimeoutException("Waited in vain for a job that runs");
    }

    /// <summary>Address of the pod in which the operator serves its REST API.</summary>
    internal async Task<string> OperatorAddress()
    {
        var pods = await _sandbox.Client.List(ResourceTypes.Pods, "flink-jobs", new ListOptions { LabelSelector = "app=flink-operator" });
        return pods.IsOk(out var list) ? list.Items.Single().Status.PodIP : throw new InvalidOperationException(pods.Describe());
    }

    public Task DisposeAsync() => _sandbox.DisposeAsync().AsTask();

    static bool IsReady(JsonObject job) => job["status"]?["conditions"] is JsonArray conditions
        && conditions.Any(condition => (string?)condition!["type"] == "Ready" && (string?)condition["status"] == "True");
}
