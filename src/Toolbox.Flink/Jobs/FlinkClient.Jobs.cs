using System.Text.Json;
using Toolbox.Flink.Transport;

namespace Toolbox.Flink;

public sealed partial class FlinkClient
{
    /// <summary>All jobs of the cluster in one call, never stale. Ended jobs stay for an hour, or until the process ends.</summary>
    public async Task<FlinkAnswer<IReadOnlyList<JobSummary>>> JobsOverviewAsync(CancellationToken cancellationToken = default)
    {
        var answer = await transport.GetAsync("jobs/overview", FlinkJson.Default.JobsWire, cancellationToken).ConfigureAwait(false);
        return answer.Map(wire => Present(wire.Jobs));
    }

    public Task<FlinkAnswer<JobDetails>> JobAsync(string jobId, CancellationToken cancellationToken = default) =>
        transport.GetAsync($"jobs/{jobId}", FlinkJson.Default.JobDetails, cancellationToken);

    /// <summary>Why a job failed, newest first; empty if it never did.</summary>
    public async Task<FlinkAnswer<IReadOnlyList<JobFailure>>> ExceptionsAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var answer = await transport.GetAsync($"jobs/{jobId}/exceptions", FlinkJson.Default.ExceptionsWire, cancellationToken).ConfigureAwait(false);
        return answer.Map(Failures);
    }

    /// <summary>Cancels without a savepoint. It only begins with the answer: the job is gone when its state says so.</summary>
    public async Task<FlinkAnswer<CancelOutcome>> CancelAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var answer = await transport.SendAsync(
            HttpMethod.Patch, $"jobs/{jobId}?mode=cancel", null, options.CallTimeout, FlinkJson.Default.JsonElement, cancellationToken).ConfigureAwait(false);
        return answer is FlinkAnswer<JsonElement>.Refused(409, var error)
            ? new FlinkAnswer<CancelOutcome>.Ok(new CancelOutcome.AlreadyEnded(StateIn(error.FirstLine)))
            : answer.Map<CancelOutcome>(_ => new CancelOutcome.Accepted());
    }

    /// <summary>Up to 1.12 there is one root exception; from 1.13 on a history, from 2.0 on nothing but it.</summary>
    static IReadOnlyList<JobFailure> Failures(ExceptionsWire wire)
    {
        var history = Present(wire.History?.Entries);
        if (history.Count > 0)
            return [.. history.Select(entry => new JobFailure(FlinkErrorReader.ReadTrace(entry.StackTrace ?? entry.Name ?? ""), Time(entry.Timestamp), entry.TaskName))];
        return string.IsNullOrEmpty(wire.Root) ? [] : [new JobFailure(FlinkErrorReader.ReadTrace(wire.Root), Time(wire.Timestamp), null)];
    }

    static JobState StateIn(string text)
    {
        var (open, close) = (text.LastIndexOf('('), text.LastIndexOf(')'));
        return open >= 0 && close > open ? JobStates.Parse(text[(open + 1)..close]) : JobState.Unknown;
    }

    static DateTimeOffset? Time(long? milliseconds) => milliseconds is > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value) : null;
}
