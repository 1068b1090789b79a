using System.Text.Json.Serialization;

namespace Toolbox.Flink.Transport;

sealed record JobsWire([property: JsonPropertyName("jobs")] List<JobSummary?>? Jobs);

sealed record JarsWire([property: JsonPropertyName("files")] List<UploadedJar?>? Files);

sealed record TaskManagersWire([property: JsonPropertyName("taskmanagers")] List<TaskManager?>? TaskManagers);

sealed record ConfigurationEntryWire([property: JsonPropertyName("key")] string? Key, [property: JsonPropertyName("value")] string? Value);

sealed record MetricWire([property: JsonPropertyName("id")] string? Id, [property: JsonPropertyName("value")] string? Value);

sealed record UploadWire([property: JsonPropertyName("filename")] string? FileName);

sealed record RunWire([property: JsonPropertyName("jobid")] string? JobId);

sealed record TriggerWire([property: JsonPropertyName("request-id")] string? RequestId);

sealed record OperationWire(
    [property: JsonPropertyName("status")] OperationStateWire? Status,
    [property: JsonPropertyName("operation")] OperationResultWire? Operation);

sealed record OperationStateWire([property: JsonPropertyName("id")] string? Id);

sealed record OperationResultWire(
    [property: JsonPropertyName("location")] string? Location,
    [property: JsonPropertyName("failure-cause")] FailureCauseWire? FailureCause);

sealed record FailureCauseWire(
    [property: JsonPropertyName("class")] string? ClassName,
    [property: JsonPropertyName("stack-trace")] string? StackTrace);

sealed record ExceptionsWire(
    [property: JsonPropertyName("root-exception")] string? Root,
    [property: JsonPropertyName("timestamp")] long? Timestamp,
    [property: JsonPropertyName("exceptionHistory")] ExceptionHistoryWire? History);

sealed record ExceptionHistoryWire([property: JsonPropertyName("entries")] List<ExceptionEntryWire?>? Entries);

sealed record ExceptionEntryWire(
    [property: JsonPropertyName("exceptionName")] string? Name,
    [property: JsonPropertyName("stacktrace")] string? StackTrace,
    [property: JsonPropertyName("timestamp")] long? Timestamp,
    [property: JsonPropertyName("taskName")] string? TaskName);

sealed record CheckpointsWire(
    [property: JsonPropertyName("counts")] CheckpointCounts? Counts,
    [property: JsonPropertyName("latest")] LatestCheckpointsWire? Latest);

sealed record LatestCheckpointsWire(
    [property: JsonPropertyName("completed")] CheckpointWire? Completed,
    [property: JsonPropertyName("savepoint")] CheckpointWire? Savepoint,
    [property: JsonPropertyName("failed")] CheckpointWire? Failed,
    [property: JsonPropertyName("restored")] CheckpointWire? Restored);

sealed record CheckpointWire(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("external_path")] string? ExternalPath,
    [property: JsonPropertyName("is_savepoint")] bool IsSavepoint,
    [property: JsonPropertyName("discarded")] bool Discarded,
    [property: JsonPropertyName("checkpoint_type")] string? Type,
    [property: JsonPropertyName("trigger_timestamp")] long? TriggeredAt,
    [property: JsonPropertyName("latest_ack_timestamp")] long? AcknowledgedAt,
    [property: JsonPropertyName("restore_timestamp")] long? RestoredAt,
    [property: JsonPropertyName("failure_timestamp")] long? FailedAt,
    [property: JsonPropertyName("failure_message")] string? FailureMessage);

sealed record CheckpointConfigurationWire(
    [property: JsonPropertyName("interval")] long? Interval,
    [property: JsonPropertyName("timeout")] long? Timeout,
    [property: JsonPropertyName("externalization")] ExternalizationWire? Externalization);

sealed record ExternalizationWire(
    [property: JsonPropertyName("enabled")] bool Enabled,
    [property: JsonPropertyName("delete_on_cancellation")] bool DeletedOnCancellation);
