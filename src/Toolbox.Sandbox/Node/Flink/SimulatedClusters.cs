using System.Collections.Concurrent;
using System.Net;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>The simulated JobManagers of this node by the address of their pod.</summary>
public sealed class SimulatedClusters
{
    readonly ConcurrentDictionary<IPAddress, SimulatedJobManager> managers = [];

    public SimulatedJobManager? At(IPAddress? address) => address is null ? null : managers.GetValueOrDefault(address);

    public void Add(IPAddress address, SimulatedJobManager manager) => managers[address] = manager;

    /// <summary>Removes exactly this one, not a successor at the same address.</summary>
    public void Remove(IPAddress address, SimulatedJobManager manager) => managers.TryRemove(KeyValuePair.Create(address, manager));
}
