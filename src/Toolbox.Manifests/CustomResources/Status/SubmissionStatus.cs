using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>A submission of the job to Flink, written before anything is sent.</summary>
public sealed record SubmissionStatus
{
    [FieldSchema("Job id chosen for this submission.")]
    public string? JobId { get; init; }

    [FieldSchema("Number of the attempt that the job id was made from.")]
    public int? Attempt { get; init; }

    public int? Parallelism { get; init; }

    [FieldSchema("Path of the savepoint or checkpoint to start from; empty: start without state.")]
    public string? RestorePoint { get; init; }

    [FieldSchema("Identity of the JobManager that the submission was meant for.")]
    public string? JobManager { get; init; }

    [FieldSchema("When the submission was decided, RFC 3339.")]
    public string? Since { get; init; }
}
