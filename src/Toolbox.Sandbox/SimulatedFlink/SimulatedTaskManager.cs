namespace Toolbox.Sandbox.SimulatedFlink;

/// <summary>A worker that offers task slots to one simulated JobManager.</summary>
/// <param name="Id">Free text, as `taskmanager.resource-id`; unique within the cluster.</param>
/// <param name="Host">Address shown in its RPC path.</param>
/// <param name="DataPort">Port of the data exchange, only shown.</param>
/// <param name="Slots">Number of slots, at least 1.</param>
public sealed record SimulatedTaskManager(string Id, string Host, int DataPort, int Slots);
