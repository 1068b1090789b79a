using System.Text.Json.Nodes;
using Toolbox.Flink.Transport;

namespace Toolbox.Flink;

public sealed partial class FlinkClient
{
    /// <summary>
    /// Stops a job with a savepoint and gives the trigger id to ask for. Accepted also for jobs that cannot be stopped or do not exist:
    /// only <see cref="SavepointStatusAsync"/> tells. The job ends FINISHED.
    /// </summary>
    /// <param name="targetDirectory">Parent of the savepoint; null takes the cluster's default, without one Flink refuses.</param>
    /// <param name="drain">Emit all windows first; such a savepoint is not fit to go on from.</param>
    /// <param name="triggerId">32 hexadecimal digits: a repeated call starts nothing new. Not sent before 1.15, where Flink chooses.</param>
    public async Task<FlinkAnswer<string>> StopAsync(
        string jobId, string? targetDirectory, bool drain = false, string? triggerId = null, CancellationToken cancellationToken = default)
    {
        var answer = await VersionAsync(cancellationToken).ConfigureAwait(false);
        if (answer is not FlinkAnswer<FlinkVersion>.Ok(var flinkVersion)) return answer.Map(_ => "");
        if (!flinkVersion.StopWithSavepoint)
            return new FlinkAnswer<string>.Refused(404, new FlinkError(FlinkErrorKind.NotSupported, $"Flink {flinkVersion} cannot stop a job with a savepoint.", null));
        var body = new JsonObject { ["drain"] = drain };
        if (targetDirectory is not null) body["targetDirectory"] = targetDirectory;
        return await TriggerAsync($"jobs/{jobId}/stop", body, triggerId, flinkVersion, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a savepoint and gives the trigger id to ask for; see <see cref="StopAsync"/> for what an answer means.</summary>
    /// <param name="cancelJob">Cancel afterwards. Records between savepoint and cancellation are processed twice: stop is better.</param>
    public async Task<FlinkAnswer<string>> TriggerSavepointAsync(
        string jobId, string? targetDirectory, bool cancelJob = false, string? triggerId = null, CancellationToken cancellationToken = default)
    {
        var answer = await VersionAsync(cancellationToken).ConfigureAwait(false);
        if (answer is not FlinkAnswer<FlinkVersion>.Ok(var flinkVersion)) return answer.Map(_ => "");
        var body = new JsonObject { ["cancel-job"] = cancelJob };
        if (targetDirectory is not null) body["target-directory"] = targetDirectory;
        return await TriggerAsync($"jobs/{jobId}/savepoints", body, triggerId, flinkVersion, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How a savepoint or stop stands. Results are kept for five minutes and only in memory: write down a location when it is seen.</summary>
    public async Task<FlinkAnswer<SavepointStatus>> SavepointStatusAsync(string jobId, string triggerId, CancellationToken cancellationToken = default)
    {
        var answer = await transport.GetAsync($"jobs/{jobId}/savepoints/{triggerId}", FlinkJson.Default.OperationWire, cancellationToken).ConfigureAwait(false);
        return answer is FlinkAnswer<OperationWire>.NotFound
            ? new FlinkAnswer<SavepointStatus>.Ok(new SavepointStatus.Unknown())
            : answer.Map(Status);
    }

    async Task<FlinkAnswer<string>> TriggerAsync(string path, JsonObject body, string? triggerId, FlinkVersion flinkVersion, CancellationToken cancellationToken)
    {
        if (triggerId is not null && flinkVersion.ClientTriggerId) body["triggerId"] = triggerId;
        var answer = await transport.PostAsync(path, body, options.CallTimeout, FlinkJson.Default.TriggerWire, cancellationToken).ConfigureAwait(false);
        return answer.Then<string>(wire => wire.RequestId is { Length: > 0 } id
            ? new FlinkAnswer<string>.Ok(id)
            : new FlinkAnswer<string>.Unreachable($"POST {path}: the answer names no request id."));
    }

    /// <summary>COMPLETED is not success: only a location is.</summary>
    static SavepointStatus Status(OperationWire wire)
    {
        if (wire.Status?.Id != "COMPLETED") return new SavepointStatus.InProgress();
        if (wire.Operation?.Location is { Length: > 0 } location) return new SavepointStatus.Completed(location);
        var trace = wire.Operation?.FailureCause?.StackTrace ?? wire.Operation?.FailureCause?.ClassName ?? "";
        return new SavepointStatus.Failed(FlinkErrorReader.ReadTrace(trace), CompletedSavepoint(trace));
    }

    static string? CompletedSavepoint(string trace)
    {
        const string before = "A savepoint has been created at: ";
        var start = trace.IndexOf(before, StringComparison.Ordinal);
        if (start < 0) return null;
        start += before.Length;
        var end = trace.IndexOf(", but", start, StringComparison.Ordinal);
        return end < 0 ? null : trace[start..end].Trim();
    }
}
