using Toolbox.Flink;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>
/// How long what Flink said about a job's checkpoints holds. Flink deletes older checkpoints as soon as a newer one is complete, so a new one has to
/// be known soon; but it comes when its interval is over and not before.
/// </summary>
public static class CheckpointFreshness
{
    // Flink itself caches these statistics for three seconds.
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    static readonly TimeSpan WithoutAny = TimeSpan.FromSeconds(10);

    // Clocks differ, and somebody may have triggered a checkpoint by hand.
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan WithoutUse = TimeSpan.FromMinutes(10);

    /// <param name="completed">When the newest checkpoint was completed, by Flink's clock; null when there is none.</param>
    /// <param name="isUseful">A job can start from the newest checkpoint on another JobManager. Where checkpoints go is the same for the job's whole life.</param>
    /// <param name="configuration">Null while it could not be read.</param>
    /// <param name="answered">When Flink was asked last.</param>
    public static bool IsFresh(DateTimeOffset? completed, bool isUseful, CheckpointConfiguration? configuration, DateTimeOffset answered, DateTimeOffset now)
    {
        var age = now - answered;
        if (age < Shortest) return true;
        return configuration switch
        {
            null => age < WithoutAny,
            { Enabled: false } => age < WithoutUse,
            _ when completed is null => age < WithoutAny,
            _ when !isUseful => age < WithoutUse,
            _ => age < Longest && now < completed + configuration.Interval,
        };
    }
}
