namespace Toolbox.Flink;

public sealed record FailedCheckpoint(long Id, DateTimeOffset? FailedAt, string Message);
