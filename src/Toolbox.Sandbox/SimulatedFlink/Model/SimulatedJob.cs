namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>State of one job. Changed by <see cref="JobLifecycle"/> only.</summary>
sealed class SimulatedJob(JobRequest request, double recordsPerSecond)
{
    readonly Dictionary<JobStatus, long> timestamps = [];
    long countedRecords;
    DateTimeOffset? countingSince;

    public JobRequest Request { get; } = request;

    public string Id => Request.JobId;

    public int Parallelism { get; set; } = request.Parallelism;

    public JobStatus Status { get; private set; }

    public TaskPhase Phase { get; set; } = TaskPhase.Created;

    public IReadOnlyDictionary<JobStatus, long> Timestamps => timestamps;

    public JobCheckpoints Checkpoints { get; } = new();

    public List<JobException> Exceptions { get; } = [];

    /// <summary>Ids of the TaskManagers that give one slot each.</summary>
    public List<string> Slots { get; } = [];

    public int Restarts { get; set; }

    /// <summary>Counts the executions; an event of an earlier one is void.</summary>
    public int Execution { get; set; }

    public bool IsStopping { get; set; }

    public long StartedAt { get; private set; }

    public long EndedAt { get; private set; } = -1;

    public long ModifiedAt { get; private set; }

    public long? TasksStartedAt { get; private set; }

    public bool AllTasksRun => Status == JobStatus.Running && Phase == TaskPhase.Running;

    public void Enter(JobStatus status, long now)
    {
        Status = status;
        timestamps[status] = ModifiedAt = now;
        if (StartedAt == 0) StartedAt = now;
        if (status.IsEnded()) EndedAt = now;
    }

    public long Records(DateTimeOffset now) =>
        countedRecords + (countingSince is { } since ? (long)((now - since).TotalSeconds * recordsPerSecond) : 0);

    public TimeSpan TimeUntil(long records, DateTimeOffset now) =>
        TimeSpan.FromSeconds(Math.Max(0, (records - Records(now)) / recordsPerSecond));

    public void StartCounting(DateTimeOffset now)
    {
        countingSince = now;
        TasksStartedAt = now.ToUnixTimeMilliseconds();
    }

    public void StopCounting(DateTimeOffset now) => (countedRecords, countingSince) = (Records(now), null);

    /// <summary>The next execution goes on from the state that it restores.</summary>
    public void ResetRecords(long records) => (countedRecords, countingSince) = (records, null);
}
