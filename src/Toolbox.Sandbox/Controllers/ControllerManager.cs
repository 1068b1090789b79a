using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Controllers.Deployments;
using Toolbox.Sandbox.Controllers.GarbageCollection;
using Toolbox.Sandbox.Controllers.Jobs;
using Toolbox.Sandbox.Controllers.Machinery;
using Toolbox.Sandbox.Controllers.Namespaces;
using Toolbox.Sandbox.Controllers.ReplicaSets;
using Toolbox.Sandbox.Controllers.Services;

namespace Toolbox.Sandbox.Controllers;

/// <summary>
/// The controllers that the sandbox needs, as ordinary clients of an API server: Deployment, ReplicaSet, Job, endpoints of services,
/// namespaces and what they contain, clean-up of custom resource definitions, garbage collection. Missing on purpose: StatefulSet,
/// DaemonSet, CronJob, autoscaling, indexed Jobs, volumes, node life cycle.
/// </summary>
public sealed class ControllerManager : IAsyncDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly ClusterCaches _caches;
    readonly Controller[] _controllers;
    bool _disposed;

    ControllerManager(KubernetesApiClient client, ControllerManagerOptions options)
    {
        _caches = new ClusterCaches(client, options.Time);
        var events = new EventRecorder(client, options);
        var context = new ControllerContext(client, options, _caches, events);
        var discovery = new ResourceDiscovery(client);
        _controllers =
        [
            new NamespaceFurniture(context),
            new DeploymentController(context),
            new ReplicaSetController(context),
            new JobController(context),
            new EndpointSliceController(context),
            new EndpointsController(context),
            new NamespaceController(context, discovery),
            new DefinitionFinalizer(context),
            new GarbageCollector(context, discovery),
        ];
        Completion = Run(_controllers.Select(controller => controller.Run(_stop.Token)).Append(events.Run(_stop.Token)), options);
    }

    /// <summary>Ends when the controllers were stopped; fails when one of them broke down.</summary>
    public Task Completion { get; }

    /// <summary>Starts all controllers and returns when they have read what exists.</summary>
    /// <exception cref="TimeoutException">The API server did not answer for 30 seconds.</exception>
    public static async Task<ControllerManager> StartAsync(
        KubernetesApiClient client, ControllerManagerOptions options, CancellationToken cancellation)
    {
        var manager = new ControllerManager(client, options);
        try
        {
            await manager._caches.WhenSynced(cancellation).WaitAsync(TimeSpan.FromSeconds(30), cancellation);
            return manager;
        }
        catch
        {
            await manager.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true)) return;
        await _stop.CancelAsync();
        await Completion.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        foreach (var controller in _controllers) controller.Dispose();
        await _caches.DisposeAsync();
    }

    async Task Run(IEnumerable<Task> loops, ControllerManagerOptions options)
    {
        try
        {
            await foreach (var ended in Task.WhenEach(loops)) await ended;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            options.Log.Error(exception, "a controller broke down, so all are stopped");
            await _stop.CancelAsync();
            throw;
        }
    }
}
