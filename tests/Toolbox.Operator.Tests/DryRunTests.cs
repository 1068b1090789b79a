using System.Collections.Concurrent;
using System.Text.Json;
using k8s.Models;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Tests.Execution;
using Toolbox.KubernetesApi;
using Toolbox.Operator.Monitoring;
using Toolbox.Operator.Operator;
using Toolbox.Operator.Supervisor;

namespace Toolbox.Operator.Tests;

/// <summary>With --dry-run operator and supervisor say what they would do, and leave everything as it is.</summary>
public sealed class DryRunTests(ApiFixture api) : IClassFixture<ApiFixture>, ILogEventSink
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    const string Secret = "a-Secret-that-nobody-may-read";

    readonly ConcurrentQueue<string> _lines = new();

    [Fact]
    public async Task Operator_says_that_it_would_create_children_and_a_supervisor_that_does_nothing()
    {
        var @namespace = await api.NewNamespace();
        var deployment = await api.Client.Store(FlinkResourceTypes.Deployments, @namespace, "new", Kubernetes.Tests.Execution.Resources.DeploymentSpec, Held());
        var spec = Kubernetes.Tests.Execution.Resources.ClusterSpec.Replace(
            "\"serviceMode\"", $$"""  "environment":[{"name":"PASSWORD","value":"{{Secret}}"}],"serviceMode" """, StringComparison.Ordinal);
        await api.Client.Store(FlinkResourceTypes.Clusters, @namespace, "held", spec, Held());
        await using var world = new OperatorWorld(api.Client, @namespace);
        await Until(cancellation => OperatorProcess.Run(
            api.Client, world, "test", TimeProvider.System, Log(), new ProcessHealth(), new ProcessMetrics(), cancellation, dryRun: true),
            line => line.Contains("ApplyCluster", StringComparison.Ordinal), line => line.Contains("supervisor-held", StringComparison.Ordinal));
        var preview = _lines.Single(line => line.Contains("would apply", StringComparison.Ordinal) && line.Contains("supervisor-held", StringComparison.Ordinal));
        Assert.Contains("Deployment supervisor-held with 0 replicas and digest ", preview, StringComparison.Ordinal);
        Assert.All(_lines, line => Assert.DoesNotContain(Secret, line, StringComparison.Ordinal));
        await NothingBut(@namespace, "new", "held");
        var stored = ApiFixture.Value(await api.Client.Get(FlinkResourceTypes.Deployments, @namespace, "new"));
        Assert.Equal((deployment.ResourceVersion, JsonValueKind.Undefined), (stored.ResourceVersion, stored.Status.ValueKind));
    }

    [Fact]
    public async Task Supervisor_says_that_it_would_start_the_cluster()
    {
        var @namespace = await api.NewNamespace();
        var cluster = await api.Client.Store(FlinkResourceTypes.Clusters, @namespace, "held", Kubernetes.Tests.Execution.Resources.ClusterSpec, Held());
        await Until(cancellation => SupervisorProcess.Run(
            api.Client, @namespace, "held", "test", TimeProvider.System, Log(), new ProcessHealth(), new ProcessMetrics(), cancellation, dryRun: true),
            line => line.Contains("Initialise", StringComparison.Ordinal));
        await NothingBut(@namespace, "held");
        Assert.Equal(cluster.ResourceVersion, ApiFixture.Value(await api.Client.Get(FlinkResourceTypes.Clusters, @namespace, "held")).ResourceVersion);
    }

    void ILogEventSink.Emit(LogEvent logEvent) => _lines.Enqueue(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));

    Logger Log() => new LoggerConfiguration().WriteTo.Sink(this).CreateLogger();

    static V1ObjectMeta Held() => new() { Finalizers = [Finalizers.Operator, Finalizers.Supervisor] };

    async Task Until(Func<CancellationToken, Task> run, params Func<string, bool>[] said)
    {
        using var stop = new CancellationTokenSource();
        var running = run(stop.Token);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (!said.All(condition => _lines.Any(condition)) && TimeProvider.System.GetUtcNow() < deadline && !running.IsCompleted) await pause.WaitForNextTickAsync();
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        Assert.True(said.All(condition => _lines.Any(condition)), string.Join('\n', _lines));
    }

    async Task NothingBut(string @namespace, params string[] names)
    {
        var clusters = ApiFixture.Value(await api.Client.List(FlinkResourceTypes.Clusters, @namespace, new ListOptions())).Items;
        var jobs = ApiFixture.Value(await api.Client.List(FlinkResourceTypes.Jobs, @namespace, new ListOptions())).Items;
        Assert.All(clusters, cluster => Assert.Contains(cluster.Name, names));
        Assert.Empty(jobs);
        Assert.Empty(ApiFixture.Value(await api.Client.List(ResourceTypes.Deployments, @namespace, new ListOptions())).Items);
        Assert.Empty(ApiFixture.Value(await api.Client.List(ResourceTypes.Pods, @namespace, new ListOptions())).Items);
        Assert.Empty(ApiFixture.Value(await api.Client.List(ResourceTypes.Leases, @namespace, new ListOptions())).Items);
        Assert.Empty(ApiFixture.Value(await api.Client.List(ResourceTypes.Events, @namespace, new ListOptions())).Items);
    }
}
