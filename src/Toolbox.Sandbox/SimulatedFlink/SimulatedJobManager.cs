using Toolbox.Sandbox.SimulatedFlink.Model;
using Toolbox.Sandbox.SimulatedFlink.Rest;

namespace Toolbox.Sandbox.SimulatedFlink;

/// <summary>
/// A Flink session cluster behind its REST API, without a JVM: jobs move through their states by the clock, savepoints are entries of a
/// <see cref="SimulatedStorage"/>, each job counts records and keeps the count in its state. Disposing it is the crash of the process:
/// jobs and JARs are gone, the storage stays.
/// </summary>
public sealed class SimulatedJobManager : IAsyncDisposable
{
    readonly SimulatedCluster cluster;
    readonly RestServer server;
    readonly ITimer heartbeat;
    readonly string? ownFolder;

    SimulatedJobManager(SimulatedJobManagerOptions options)
    {
        cluster = new SimulatedCluster(options, Faults);
        ownFolder = options.UploadDirectory is null ? Path.Combine(Path.GetTempPath(), "simulated-flink-" + Path.GetRandomFileName()) : null;
        server = new RestServer(options, cluster, new JarStore(options.UploadDirectory ?? ownFolder!), Faults);
        // Without requests nobody would let time pass, and checkpoints would miss in the storage after a crash.
        heartbeat = options.Clock.CreateTimer(_ => cluster.Look(_ => true), null, TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(250));
    }

    /// <summary>Address of the REST API.</summary>
    public Uri Address => server.Address;

    public SimulatedFaults Faults { get; } = new();

    /// <summary>Binds the address and starts to answer: 503 first, until the start-up delay is over.</summary>
    /// <exception cref="ArgumentException">The Flink version cannot be read.</exception>
    /// <exception cref="IOException">The address is in use or not of this machine.</exception>
    public static async Task<SimulatedJobManager> StartAsync(SimulatedJobManagerOptions options, CancellationToken cancellationToken = default)
    {
        var started = new SimulatedJobManager(options);
        try
        {
            await started.server.StartAsync(cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds a TaskManager, or replaces the one with the same id; waiting jobs get its slots.</summary>
    public void Register(SimulatedTaskManager taskManager) => cluster.Register(taskManager);

    /// <summary>A TaskManager is gone: jobs with slots on it restart. False if it was not known.</summary>
    public bool Unregister(string id) => cluster.Unregister(id);

    public async ValueTask DisposeAsync()
    {
        await heartbeat.DisposeAsync();
        await server.DisposeAsync();
        if (ownFolder is not null && Directory.Exists(ownFolder)) Directory.Delete(ownFolder, recursive: true);
    }
}
