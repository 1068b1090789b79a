namespace Toolbox.Core.Job;

/// <summary>The part of a FlinkJob's spec that decisions look at; the bootstrap Job is rendered from the resource itself.</summary>
/// <param name="Parallelism">The declared parallelism, unclamped; 0 suspends the job.</param>
/// <param name="SavepointPath">Where the very first start begins; empty for an empty start.</param>
/// <param name="SavepointInterval">Time between periodic savepoints; zero or less switches them off.</param>
/// <param name="SavepointTargetPath">Directory for savepoints; empty for Flink's own default.</param>
public sealed record JobSpec(
    int Parallelism,
    int MinParallelism,
    int MaxParallelism,
    SavepointMode SavepointMode,
    string SavepointPath,
    TimeSpan SavepointInterval,
    string SavepointTargetPath,
    bool SavepointOnDeletion,
    RestartPolicy RestartPolicy,
    TimeSpan RestartDelay,
    TimeSpan RestartTimeout,
    JobDigest Digest)
{
    /// <summary>The declared parallelism between minimum and maximum; the maximum wins.</summary>
    public int ClampedParallelism => Math.Min(Math.Max(Parallelism, MinParallelism), MaxParallelism);
}
