namespace Toolbox.Core.RestorePoints;

/// <summary>
/// Why a restore point exists. <see cref="Initial"/> comes from <c>spec.savepoint.savepointPath</c>. A <see cref="Checkpoint"/> is
/// deleted by Flink when the job ends in any way but the loss of its JobManager; one <see cref="CheckpointKeptOnFailure"/> survives
/// a failure, a <see cref="RetainedCheckpoint"/> also a cancellation
/// (https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpoints/#retained-checkpoints).
/// </summary>
public enum RestorePointOrigin { Initial, Manual, Periodic, Stop, Upgrade, Checkpoint, CheckpointKeptOnFailure, RetainedCheckpoint }
