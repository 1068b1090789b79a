using Toolbox.Sandbox.Node.Logs;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>
/// Keeps a simulated TaskManager registered at the JobManager that its service name stands for: waits for one, follows when another one takes
/// its place, and leaves at the end.
/// </summary>
sealed class Membership
{
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);
    readonly SimulatedClusters clusters;
    readonly ClusterNames names;
    readonly string @namespace;
    readonly string service;
    readonly SimulatedTaskManager worker;
    readonly ContainerLog log;
    readonly CancellationTokenSource stop = new();
    readonly Task running;

    public Membership(SimulatedClusters clusters, ClusterNames names, string @namespace, string service, SimulatedTaskManager worker, ContainerLog log)
    {
        this.clusters = clusters;
        this.names = names;
        this.@namespace = @namespace;
        this.service = service;
        this.worker = worker;
        this.log = log;
        running = Task.Run(RunAsync);
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    async Task RunAsync()
    {
        SimulatedJobManager? home = null;
        var told = "";
        while (!stop.IsCancellationRequested)
        {
            var changed = names.Changed;
            var address = names.Resolve(@namespace, service);
            var found = clusters.At(address);
            if (found != home)
                home?.Unregister(worker.Id);
            if (found is not null && found != home)
                found.Register(worker);
            home = found;
            var news = home is not null
                ? $"Successful registration at resource manager at {service}:6123"
                : address is null ? $"Could not resolve the address of {service}, retrying" : $"Could not connect to {service}:6123, retrying";
            if (news != told)
                log.Write(told = news);
            await Task.WhenAny(changed, Task.Delay(LongestSilence, stop.Token));
        }

        home?.Unregister(worker.Id);
    }
}
