using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.RestorePoints;
using Toolbox.Flink;
using static LanguageExt.Prelude;
using SavepointStatus = Toolbox.Flink.SavepointStatus;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>Turns Flink's answers into what decisions look at. An answer that is no verdict stays <c>Unreachable</c>.</summary>
public static class FlinkObservations
{
    // Whoever asks for jobs needs no overview.
    static readonly TimeSpan AnyAge = TimeSpan.FromDays(1);

    public static async Task<Observation<FlinkClusterObservation>> Cluster(
        JobManagerAccess access, TimeSpan maximumAge, bool needsIdle, CancellationToken cancellation, TimeSpan? overviewAge = null)
    {
        var look = await access.Look(maximumAge, overviewAge ?? maximumAge, cancellation);
        var idle = needsIdle ? await Idle(access, cancellation) : Empty;
        return look.Overview switch
        {
            FlinkAnswer<FlinkOverview>.Ok ok => new Observation<FlinkClusterObservation>.Known(
                new FlinkClusterObservation(ok.Value.Version ?? "", ok.Value.SlotsTotal, ok.Value.SlotsAvailable, idle)),
            var other => new Observation<FlinkClusterObservation>.Unreachable(Reason(other)),
        };
    }

    /// <param name="storagePaths">Where volumes that outlive the pods are mounted.</param>
    public static async Task<Observation<FlinkJobObservation>> Job(
        JobManagerAccess access, string jobId, TimeSpan maximumAge, bool fresh, Seq<string> storagePaths, CancellationToken cancellation)
    {
        var look = await access.Look(maximumAge, AnyAge, cancellation);
        if (look.Jobs is not FlinkAnswer<IReadOnlyList<JobSummary>>.Ok jobs)
            return new Observation<FlinkJobObservation>.Unreachable(Reason(look.Jobs));
        if (jobs.Value.FirstOrDefault(job => job.Id == jobId) is not { } found) return new Observation<FlinkJobObservation>.Absent();
        var state = State(found);
        var checkpoints = state is FlinkJobState.Pending ? null : await Statistics(access, jobId, fresh, storagePaths, cancellation);
        var configuration = checkpoints is { Completed: not null } ? await access.CheckpointConfiguration(jobId, cancellation) : null;
        var cause = state is FlinkJobState.Failed or FlinkJobState.Restarting ? await Cause(access, jobId, cancellation) : null;
        return new Observation<FlinkJobObservation>.Known(new FlinkJobObservation(
            jobId, state, found.State.Word(), cause?.ToString() ?? "",
            Point(checkpoints?.Completed, jobId, Origin(configuration)),
            Point(checkpoints?.Savepoint, jobId, RestorePointOrigin.Manual))
        {
            RestorePointIsMissing = state is FlinkJobState.Failed && cause is { Kind: FlinkErrorKind.SavepointMissing },
        });
    }

    public static async Task<Observation<SavepointAnswer>> Savepoint(
        JobManagerAccess access, SavepointRequest request, CancellationToken cancellation)
    {
        if (request.TriggerId.Length == 0) return new Observation<SavepointAnswer>.Absent();
        return await access.Client.SavepointStatusAsync(request.JobId, request.TriggerId, cancellation) switch
        {
            FlinkAnswer<SavepointStatus>.Ok ok => new Observation<SavepointAnswer>.Known(Answer(ok.Value)),
            FlinkAnswer<SavepointStatus>.NotFound => new Observation<SavepointAnswer>.Known(new SavepointAnswer.Unknown()),
            FlinkAnswer<SavepointStatus>.Refused refused => new Observation<SavepointAnswer>.Known(new SavepointAnswer.Failed(refused.Error.ToString())),
            FlinkAnswer<SavepointStatus>.Unreachable unreachable => new Observation<SavepointAnswer>.Unreachable(unreachable.Reason),
        };
    }

    static SavepointAnswer Answer(SavepointStatus status) => status switch
    {
        SavepointStatus.InProgress => new SavepointAnswer.InProgress(),
        SavepointStatus.Completed completed => new SavepointAnswer.Completed(completed.Location),
        SavepointStatus.Failed failed => new SavepointAnswer.Failed(failed.Error.ToString()),
        SavepointStatus.Unknown => new SavepointAnswer.Unknown(),
    };

    static async Task<Seq<string>> Idle(JobManagerAccess access, CancellationToken cancellation) =>
        await access.Client.TaskManagersAsync(cancellation) is FlinkAnswer<IReadOnlyList<TaskManager>>.Ok ok
            ? ok.Value.Where(item => item.Slots == item.FreeSlots).Select(item => Host(item.Path)).Where(host => host.Length > 0).ToSeq().Strict()
            : Empty;

    // pekko.tcp://flink@HOST:PORT/user/rpc/taskmanager_0, akka... before 1.18; an IPv6 address stands in brackets.
    static string Host(string path)
    {
        var from = path.IndexOf('@', StringComparison.Ordinal) + 1;
        var end = from > 0 && from < path.Length && path[from] == '['
            ? path.IndexOf(']', from) : from > 0 ? path.IndexOf(':', from) : -1;
        return end > from ? path[from..end].TrimStart('[') : "";
    }

    static async Task<CheckpointStatistics?> Statistics(
        JobManagerAccess access, string jobId, bool fresh, Seq<string> storagePaths, CancellationToken cancellation) =>
        await access.Checkpoints(jobId, fresh, path => RestorePointLedger.IsDurable(path, storagePaths), cancellation) is FlinkAnswer<CheckpointStatistics>.Ok ok ? ok.Value : null;

    static async Task<FlinkError?> Cause(JobManagerAccess access, string jobId, CancellationToken cancellation) =>
        await access.Client.ExceptionsAsync(jobId, cancellation) is FlinkAnswer<IReadOnlyList<JobFailure>>.Ok { Value: [var newest, ..] }
            ? newest.Error : null;

    static Option<RestorePoint> Point(CompletedCheckpoint? checkpoint, string jobId, RestorePointOrigin origin) =>
        checkpoint is { Path.Length: > 0, Discarded: false }
            ? new RestorePoint(checkpoint.Path, origin, checkpoint.CompletedAt, jobId) : None;

    static RestorePointOrigin Origin(CheckpointConfiguration? configuration) => configuration switch
    {
        { SurvivesCancellation: true } => RestorePointOrigin.RetainedCheckpoint,
        { Externalized: true } => RestorePointOrigin.CheckpointKeptOnFailure,
        _ => RestorePointOrigin.Checkpoint,
    };

    static FlinkJobState State(JobSummary job) => job.State switch
    {
        JobState.Running => job.RunsFully ? FlinkJobState.Running : FlinkJobState.Pending,
        JobState.Failing or JobState.Restarting or JobState.Suspended or JobState.Reconciling => FlinkJobState.Restarting,
        JobState.Cancelling => FlinkJobState.Cancelling,
        JobState.Finished => FlinkJobState.Finished,
        JobState.Canceled => FlinkJobState.Canceled,
        JobState.Failed => FlinkJobState.Failed,
        _ => FlinkJobState.Pending,
    };

    static string Reason<T>(FlinkAnswer<T> answer) => answer switch
    {
        FlinkAnswer<T>.Ok => "",
        FlinkAnswer<T>.NotFound notFound => notFound.Reason,
        FlinkAnswer<T>.Refused refused => refused.Error.ToString(),
        FlinkAnswer<T>.Unreachable unreachable => unreachable.Reason,
    };
}
