namespace Toolbox.Sandbox.SimulatedFlink;

/// <summary>How long things take in the simulated Flink. The defaults are shorter than the real ones so that tests are quick.</summary>
public sealed record SimulatedFlinkTiming
{
    /// <summary>Until the REST server stops answering 503 "ongoing leader election".</summary>
    public TimeSpan StartUpDelay { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>How long a run request is held back before it is answered.</summary>
    public TimeSpan SubmissionDelay { get; init; } = TimeSpan.Zero;

    /// <summary>INITIALIZING until RUNNING.</summary>
    public TimeSpan JobInitialization { get; init; } = TimeSpan.FromSeconds(0.1);

    /// <summary>From all slots allocated until all tasks run.</summary>
    public TimeSpan TaskDeployment { get; init; } = TimeSpan.FromSeconds(0.2);

    public TimeSpan SavepointDuration { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>From the completed savepoint of a stop until the job is FINISHED.</summary>
    public TimeSpan StopLag { get; init; } = TimeSpan.FromSeconds(0.1);

    /// <summary>CANCELLING until CANCELED.</summary>
    public TimeSpan CancelDuration { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>RESTARTING until RUNNING again.</summary>
    public TimeSpan RestartDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Interval of checkpoints; zero switches checkpointing off.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a job runs that ends by itself and names no `--duration`.</summary>
    public TimeSpan BatchDuration { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a job waits for slots before it fails with NoResourceAvailableException.</summary>
    public TimeSpan SlotRequestTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the result of a savepoint is remembered after its end.</summary>
    public TimeSpan OperationResultLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an ended job stays listed (`jobstore.expiration-time`).</summary>
    public TimeSpan EndedJobLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Records that a job processes in a second while all its tasks run.</summary>
    public double RecordsPerSecond { get; init; } = 100;
}
