namespace Toolbox.Flink;

/// <summary>The state that an execution started from. Flink reports IsSavepoint also for a retained checkpoint that a user named.</summary>
public sealed record RestoredCheckpoint(long Id, string? Path, DateTimeOffset RestoredAt, bool IsSavepoint);
