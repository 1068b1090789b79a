using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node.Addresses;
using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Events;
using Toolbox.Sandbox.Node.Flink;
using Toolbox.Sandbox.Node.Http;
using Toolbox.Sandbox.Node.Images;
using Toolbox.Sandbox.Node.Logs;
using Toolbox.Sandbox.Node.Processes;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Node;

/// <summary>
/// One node of a Kubernetes cluster as an ordinary client of its API: binds pods, runs them as processes of this machine or as simulated Flink,
/// writes their status and events, serves their logs. It needs nothing of the sandbox's own API server and works with a real one.
/// </summary>
public sealed class SandboxNode : IAsyncDisposable
{
    readonly NodeOptions options;
    readonly CancellationTokenSource stop = new();
    readonly ProcessLauncher launcher = new();
    readonly AddressPool addresses;
    readonly ResourceCache<V1Pod> pods;
    readonly ResourceCache<V1Service> services;
    readonly NodeEvents events;
    readonly HostsFiles hosts;
    readonly PodBinder binder;
    readonly PodWorkers workers;
    readonly ClusterNames names;
    readonly NodeRegistration registration;
    readonly List<Task> running = [];
    NodeServer? server;
    bool silent;

    SandboxNode(KubernetesApiClient client, NodeOptions options, MountNamespace mounts)
    {
        this.options = options;
        var folders = new NodeFolders(options.DataDirectory);
        addresses = new AddressPool(options.Addresses, Environment.ProcessId * 256L + 2);
        pods = ResourceCache<V1Pod>.Start(client, ResourceTypes.Pods);
        services = ResourceCache<V1Service>.Start(client, ResourceTypes.Services);
        events = new NodeEvents(client, options);
        registration = new NodeRegistration(client, options);
        names = new ClusterNames(() => services.Items, () => pods.Items, options.Addresses.At(1));
        hosts = new HostsFiles(names);
        var starter = new ContainerStarter(
            launcher,
            new ProgramCommand(options.ExecutableCommand),
            new SimulatedFlinkStarter(Clusters, names, new SimulatedStorage(folders.Storage), options),
            new RealFlinkStarter(launcher, hosts, mounts, new FlinkFolder(folders, options.FlinkPlugins)));
        var images = new ImageCatalogue(options.Images, options.FlinkHomes, options.SampleJar);
        Logs = new LogStore(folders, options);
        workers = new PodWorkers(new NodeServices(client, options, folders, addresses, images, starter, events, names), Logs);
        binder = new PodBinder(client, options, events);
    }

    /// <summary>The simulated JobManagers that run on this node, by the address of their pod.</summary>
    public SimulatedClusters Clusters { get; } = new();

    /// <summary>Where logs and faults are asked for: http://ADDRESS:PORT.</summary>
    public Uri Address => server!.Address;

    internal LogStore Logs { get; }

    /// <summary>Registers the node and runs its pods until it is disposed of. What a killed predecessor left in the data folder is ended first.</summary>
    /// <exception cref="SandboxException">Something that the node needs is missing, in one line.</exception>
    public static async Task<SandboxNode> StartAsync(KubernetesApiClient client, NodeOptions options, CancellationToken cancellation)
    {
        options = options with { DataDirectory = Path.GetFullPath(options.DataDirectory) };
        if (!options.FlinkHomes.IsEmpty && JavaRuntime.Home() is null)
            throw new SandboxException("--flink-home: Flink needs Java, but neither JAVA_HOME nor a java on the PATH was found");
        var folders = new NodeFolders(options.DataDirectory);
        Directory.CreateDirectory(folders.Pods);
        foreach (var process in LeftoverProcesses.End(folders.Pods))
            options.Log.Warning("Ended process {Process}, left behind by a sandbox that was killed", process);
        var mounts = options.MountNamespaces && !options.FlinkHomes.IsEmpty
            ? await MountNamespace.FindAsync(Path.Combine(options.DataDirectory, "trial"))
            : MountNamespace.None;
        var node = new SandboxNode(client, options, mounts);
        try
        {
            node.CheckAddresses();
            await node.RunAsync(cancellation);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>A container as it runs now, to let it suffer a fault; null when it does not run.</summary>
    public IRunningContainer? RunningContainer(string @namespace, string pod, string container) => workers.Find(@namespace, pod)?.Running(container);

    /// <summary>
    /// A fault: the machine loses its power. All containers end at once, nobody writes statuses any more, and the Node object says what the node
    /// lifecycle controller says of a node that fell silent: Ready is Unknown.
    /// </summary>
    public async Task LosePowerAsync(CancellationToken cancellation)
    {
        Volatile.Write(ref silent, true);
        await workers.StopAsync();
        await registration.WriteStatusAsync(Address.Port, false, cancellation);
    }

    /// <summary>The machine starts again after <see cref="LosePowerAsync"/>: its pods are restarted as their policies say.</summary>
    public async Task RegainPowerAsync(CancellationToken cancellation)
    {
        Volatile.Write(ref silent, false);
        await registration.WriteStatusAsync(Address.Port, true, cancellation);
        foreach (var pod in pods.Items)
            await SeeAsync(new ResourceChange<V1Pod>.Added(pod));
    }

    /// <summary>The file of a container's log.</summary>
    internal (string File, ContainerLog? Live)? FindLog(string @namespace, string pod, string container, bool previous) =>
        workers.Find(@namespace, pod) is { } worker && worker.RunOf(container, previous) is { } run ? Logs.Find(worker.Uid, container, run) : null;

    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested)
            return;
        await stop.CancelAsync();
        await workers.StopAsync();
        await Task.WhenAll(running);
        if (server is not null)
            await server.DisposeAsync();
        await events.DisposeAsync();
        await pods.DisposeAsync();
        await services.DisposeAsync();
        addresses.Dispose();
        launcher.Dispose();
    }

    void CheckAddresses()
    {
        if (addresses.Take() is not { } address)
            throw new SandboxException(
                $"pod addresses: this machine has no free address in {options.Addresses.Text}; if the range is not its own yet, as root: ip route add local {options.Addresses.Text} dev lo");
        addresses.Release(address);
    }

    async Task RunAsync(CancellationToken cancellation)
    {
        server = await NodeServer.StartAsync(this, options, cancellation);
        await registration.RegisterAsync(server.Address.Port, cancellation);
        running.Add(Task.Run(FollowPodsAsync));
        running.Add(Task.Run(FollowServicesAsync));
        if (options.LeaseInterval is { } interval)
            running.Add(Task.Run(() => Forgive(() => registration.KeepLeaseAsync(interval, stop.Token))));
    }

    Task FollowPodsAsync() => Forgive(async () =>
    {
        await pods.WhenSynced.WaitAsync(stop.Token);
        workers.RemoveAllBut(pods.Items.Select(pod => pod.Metadata.Uid));
        await foreach (var change in pods.Changes(stop.Token))
        {
            names.NoteChange();
            hosts.Refresh();
            if (!Volatile.Read(ref silent))
                await SeeAsync(change);
        }
    });

    Task FollowServicesAsync() => Forgive(async () =>
    {
        await foreach (var _ in services.Changes(stop.Token))
        {
            names.NoteChange();
            hosts.Refresh();
        }
    });

    async Task SeeAsync(ResourceChange<V1Pod> change)
    {
        switch (change)
        {
            case ResourceChange<V1Pod>.Deleted deleted:
                // In the background: the end of one pod must not hold up the news of others.
                _ = workers.RemoveAsync(deleted.Last);
                break;
            case ResourceChange<V1Pod>.Added or ResourceChange<V1Pod>.Updated:
                if (options.BindPods && PodBinder.WaitsForNode(change.Subject))
                    await BindAsync(change.Subject);
                workers.Update(change.Subject);
                break;
        }
    }

    async Task BindAsync(V1Pod pod)
    {
        for (var attempt = 1; !await binder.BindAsync(pod, stop.Token) && attempt < 10; attempt++)
            await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), stop.Token);
    }

    async Task Forgive(Func<Task> loop)
    {
        try
        {
            await loop();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The node stops.
        }
    }
}
