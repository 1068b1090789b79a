namespace Toolbox.Flink;

/// <summary>A completed checkpoint or savepoint.</summary>
/// <param name="Path">Where it can be restored from; null if it is kept in memory only.</param>
/// <param name="Discarded">Its files are gone.</param>
/// <param name="Synchronous">A savepoint that a stop took.</param>
public sealed record CompletedCheckpoint(
    long Id, string? Path, DateTimeOffset TriggeredAt, DateTimeOffset CompletedAt, bool IsSavepoint, bool Discarded, bool Synchronous);
