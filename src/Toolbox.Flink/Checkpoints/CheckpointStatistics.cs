namespace Toolbox.Flink;

/// <summary>GET /jobs/ID/checkpoints, up to three seconds old.</summary>
/// <param name="Enabled">False: the job takes no checkpoints, and all else is empty.</param>
/// <param name="Completed">Newest completed checkpoint, savepoints not counted.</param>
/// <param name="Savepoint">Newest completed savepoint.</param>
/// <param name="Restored">What the current execution started from.</param>
/// <param name="Failed">Newest failed checkpoint or savepoint.</param>
public sealed record CheckpointStatistics(
    bool Enabled, CheckpointCounts Counts, CompletedCheckpoint? Completed, CompletedCheckpoint? Savepoint, RestoredCheckpoint? Restored, FailedCheckpoint? Failed)
{
    public static CheckpointStatistics Disabled { get; } = new(false, new CheckpointCounts(), null, null, null, null);
}
