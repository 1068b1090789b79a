using Toolbox.Flink.Transport;

namespace Toolbox.Flink;

public sealed partial class FlinkClient
{
    const string NoCheckpointing = "Checkpointing has not been enabled";
    const string InMemoryOnly = "<checkpoint-not-externally-addressable>";

    public async Task<FlinkAnswer<CheckpointStatistics>> CheckpointsAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var answer = await transport.GetAsync($"jobs/{jobId}/checkpoints", FlinkJson.Default.CheckpointsWire, cancellationToken).ConfigureAwait(false);
        return IsDisabled(answer) ? new FlinkAnswer<CheckpointStatistics>.Ok(CheckpointStatistics.Disabled) : answer.Map(Statistics);
    }

    public async Task<FlinkAnswer<CheckpointConfiguration>> CheckpointConfigAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var answer = await transport.GetAsync($"jobs/{jobId}/checkpoints/config", FlinkJson.Default.CheckpointConfigurationWire, cancellationToken).ConfigureAwait(false);
        if (IsDisabled(answer)) return new FlinkAnswer<CheckpointConfiguration>.Ok(CheckpointConfiguration.Disabled);
        return answer.Map(wire => new CheckpointConfiguration(
            true, TimeSpan.FromMilliseconds(wire.Interval ?? 0), TimeSpan.FromMilliseconds(wire.Timeout ?? 0),
            wire.Externalization?.Enabled ?? false, wire.Externalization?.DeletedOnCancellation ?? true));
    }

    /// <summary>Flink answers 404 for a job that is there but takes no checkpoints.</summary>
    static bool IsDisabled<T>(FlinkAnswer<T> answer) =>
        answer is FlinkAnswer<T>.Refused(404, var error) && error.FirstLine.StartsWith(NoCheckpointing, StringComparison.Ordinal);

    static CheckpointStatistics Statistics(CheckpointsWire wire) => new(
        true, wire.Counts ?? new CheckpointCounts(), Completed(wire.Latest?.Completed), Completed(wire.Latest?.Savepoint), Restored(wire.Latest?.Restored), Failed(wire.Latest?.Failed));

    static CompletedCheckpoint? Completed(CheckpointWire? wire) => wire is null ? null : new(
        wire.Id, Addressable(wire.ExternalPath), Time(wire.TriggeredAt) ?? DateTimeOffset.UnixEpoch,
        Time(wire.AcknowledgedAt) ?? Time(wire.TriggeredAt) ?? DateTimeOffset.UnixEpoch,
        wire.IsSavepoint, wire.Discarded, wire.Type == "SYNC_SAVEPOINT");

    static RestoredCheckpoint? Restored(CheckpointWire? wire) => wire is null ? null : new(
        wire.Id, Addressable(wire.ExternalPath), Time(wire.RestoredAt) ?? DateTimeOffset.UnixEpoch, wire.IsSavepoint);

    static FailedCheckpoint? Failed(CheckpointWire? wire) => wire is null ? null : new(
        wire.Id, Time(wire.FailedAt), FlinkErrorReader.ReadTrace(wire.FailureMessage ?? "").FirstLine);

    static string? Addressable(string? path) => string.IsNullOrEmpty(path) || path == InMemoryOnly ? null : path;
}
