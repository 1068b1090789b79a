namespace Toolbox.Core.Job;

/// <summary>
/// A submission, recorded before anything is sent. The job id is derived from the FlinkJob's uid and the attempt and is reused
/// only to retry this very submission: Flink itself refuses the same id twice.
/// </summary>
/// <param name="JobManager">The JobManager process it is meant for; when that process is gone, so is the Flink job.</param>
/// <param name="RestorePoint">Path of the savepoint or checkpoint; empty for an empty start.</param>
public sealed record Submission(string JobId, int Attempt, int Parallelism, string RestorePoint, string JobManager, DateTimeOffset Since);
