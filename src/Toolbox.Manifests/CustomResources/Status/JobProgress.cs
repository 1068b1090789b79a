using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Work of a job that takes several steps, written before each step that must not be done twice.</summary>
public sealed record JobProgress
{
    [FieldSchema("What happens once the job has stopped.")]
    public string? Intent { get; init; }

    [FieldSchema("The job stops or starts without savepoint, this once.")]
    public bool? WithoutSavepoint { get; init; }

    [FieldSchema("The job has run since its last submission.")]
    public bool? HasRun { get; init; }

    [FieldSchema("Failed stops and starts since the last success.")]
    public int? Failures { get; init; }

    [FieldSchema("Runs and starts in a row that failed; each doubles the delay of the next restart, up to ten minutes.")]
    public int? FailedRuns { get; init; }

    [FieldSchema("When the job's end was seen, RFC 3339; restarts are timed from here.")]
    public string? EndedAt { get; init; }

    [FieldSchema("Since when the job runs, while earlier failures still count, RFC 3339.")]
    public string? RunningSince { get; init; }

    [FieldSchema("Since when Flink does not answer, RFC 3339.")]
    public string? UnreachableSince { get; init; }

    [FieldSchema("Since when Flink answers that it does not know the job, RFC 3339.")]
    public string? MissingSince { get; init; }

    [FieldSchema("The savepoint that is being taken; its ids are savepointJobId and savepointTriggerId.")]
    public SavepointProgress? Savepoint { get; init; }
}
