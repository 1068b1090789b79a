namespace Toolbox.Flink;

/// <summary>GET /jobs/ID/checkpoints/config.</summary>
/// <param name="Enabled">False: the job takes no checkpoints.</param>
/// <param name="Timeout">After which a checkpoint, also a savepoint, is given up.</param>
/// <param name="Externalized">Checkpoints can outlive the job at all.</param>
/// <param name="DeletedOnCancellation">They do not outlive a cancellation.</param>
public sealed record CheckpointConfiguration(bool Enabled, TimeSpan Interval, TimeSpan Timeout, bool Externalized, bool DeletedOnCancellation)
{
    public static CheckpointConfiguration Disabled { get; } = new(false, TimeSpan.Zero, TimeSpan.Zero, false, true);

    /// <summary>A cancelled job leaves a checkpoint to start from.</summary>
    public bool SurvivesCancellation => Enabled && Externalized && !DeletedOnCancellation;
}
