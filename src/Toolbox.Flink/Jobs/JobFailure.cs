namespace Toolbox.Flink;

/// <summary>One failure of a job.</summary>
/// <param name="Time">When it happened; null if Flink does not say.</param>
/// <param name="TaskName">The task that failed; null for a failure of the whole job.</param>
public sealed record JobFailure(FlinkError Error, DateTimeOffset? Time, string? TaskName);
