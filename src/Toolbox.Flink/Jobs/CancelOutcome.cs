namespace Toolbox.Flink;

/// <summary>What a cancel request met. An unknown job is <see cref="FlinkAnswer{T}.NotFound"/>.</summary>
public abstract record CancelOutcome
{
    CancelOutcome()
    {
    }

    /// <summary>The job is being cancelled, or was already. In the moment after its end also a job that came to another end.</summary>
    public sealed record Accepted : CancelOutcome;

    /// <summary>The job had come to another end before.</summary>
    public sealed record AlreadyEnded(JobState State) : CancelOutcome;
}
