namespace Toolbox.Sandbox.SimulatedFlink;

/// <summary>What a savepoint or checkpoint of a simulated job holds.</summary>
/// <param name="JobId">The job that wrote it.</param>
/// <param name="EntryClass">The program whose operators the state belongs to; another program cannot map it.</param>
/// <param name="CheckpointId">Number of the checkpoint; a restored job counts on from it.</param>
/// <param name="RecordsProcessed">Records counted up to this point.</param>
public sealed record SimulatedState(string JobId, string EntryClass, long CheckpointId, long RecordsProcessed);
