using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>Everything that one JobManager process knows. All access goes through <see cref="Look{T}"/>, one caller at a time.</summary>
sealed class SimulatedCluster
{
    readonly Lock gate = new();
    readonly SimulatedJobManagerOptions options;
    readonly SimulatedFaults faults;
    readonly string seed;
    readonly List<SimulatedJob> jobs = [];
    readonly HashSet<string> usedIds = [];
    readonly Schedule schedule;
    readonly CheckpointWriter checkpoints;
    int drawn;

    public SimulatedCluster(SimulatedJobManagerOptions options, SimulatedFaults faults)
    {
        this.options = options;
        this.faults = faults;
        Version = SimulatedVersion.Parse(options.FlinkVersion);
        Settings = new ClusterSettings(options.Configuration, options.Timing);
        seed = $"{options.Address}:{options.Port}/{options.Storage.NextProcess()}";
        schedule = new Schedule(options.Clock);
        Started = schedule.Now;
        checkpoints = new CheckpointWriter(schedule, options.Storage, Settings);
        Lifecycle = new JobLifecycle(schedule, Slots, checkpoints, Settings);
        Savepoints = new SavepointOperations(schedule, Lifecycle, checkpoints, faults, options.Timing, () => NewId()[..12]);
        TemporaryFolder = $"/tmp/flink-web-{new Guid(Convert.FromHexString(NewId()))}";
        faults.OnFailJob = FailJob;
    }

    public SimulatedVersion Version { get; }

    public ClusterSettings Settings { get; }

    public SlotPool Slots { get; } = new();

    public JobLifecycle Lifecycle { get; }

    public SavepointOperations Savepoints { get; }

    public IReadOnlyList<SimulatedJob> Jobs => jobs;

    public DateTimeOffset Started { get; }

    /// <summary>What /jobmanager/config shows: the given configuration and what this process adds.</summary>
    public IEnumerable<KeyValuePair<string, string>> Configuration =>
        options.Configuration.Where(item => item.Key is not ("web.tmpdir" or "rest.address" or "rest.port"))
            .Append(new("web.tmpdir", TemporaryFolder))
            .Append(new("rest.address", options.Address.ToString()))
            .Append(new("rest.port", options.Port.ToString(CultureInfo.InvariantCulture)));

    /// <summary>`web.tmpdir`: another one in each process, by which clients notice a restart.</summary>
    public string TemporaryFolder { get; }

    public DateTimeOffset Now => schedule.Now;

    public bool IsReady => schedule.Now >= Started + options.Timing.StartUpDelay;

    /// <summary>Lets all due events happen, then looks at the cluster or changes it.</summary>
    public T Look<T>(Func<SimulatedCluster, T> look)
    {
        lock (gate)
        {
            schedule.CatchUp();
            return look(this);
        }
    }

    public SimulatedJob? FindJob(string id) => jobs.Find(job => job.Id == id);

    /// <summary>An id that looks random, yet is the same in each run of the same story.</summary>
    public string NewId() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{drawn++}")))[..32];

    public void Register(SimulatedTaskManager taskManager) => Look(_ =>
    {
        Slots.Add(taskManager);
        Lifecycle.OfferSlots();
        return true;
    });

    public bool Unregister(string id) => Look(_ =>
    {
        var known = Slots.TaskManagers.Any(item => item.Id == id);
        foreach (var job in Slots.Remove(id).Where(job => job.Status == JobStatus.Running))
            Lifecycle.Fail(job, "org.apache.flink.runtime.jobmaster.JobMasterException", $"TaskManager with id {id} is no longer reachable.", recoverable: true);
        return known;
    });

    /// <summary>Starts a job. Refused are ids that this process has seen and state that cannot be read.</summary>
    /// <exception cref="FlinkRestException">As Flink answers.</exception>
    public SimulatedJob Submit(JobRequest request)
    {
        if (!usedIds.Add(request.JobId)) throw Duplicate(request.Name);
        var job = new SimulatedJob(request, request.Rate(options.Timing.RecordsPerSecond));
        jobs.Insert(0, job);
        schedule.After(options.Timing.EndedJobLifetime, () => Forget(job));
        var restore = request.SavepointPath is null ? new SavepointRead(null, null) : ReadSavepoint(request);
        if (restore.Failure is null) Lifecycle.Submit(job, restore.Restored);
        else RefuseState(job, restore.Failure);
        return job;
    }

    SavepointRead ReadSavepoint(JobRequest request)
    {
        var path = request.SavepointPath!;
        if (options.Storage.Find(path) is not { } state)
            return new(null, $"java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '{path}' on file system '{path.Split(':')[0]}'.");
        if (state.EntryClass != request.EntryClass && !request.AllowNonRestoredState)
            return new(null, $"java.lang.IllegalStateException: Failed to rollback to checkpoint/savepoint {SimulatedStorage.Normalize(path)}. " +
                "Cannot map checkpoint/savepoint state for operator 20ba6b65f97481d5570070de90e4e791 to the new program, because the operator is not available in the new program. " +
                "If you want to allow to skip this, you can set the --allowNonRestoredState option on the CLI.");
        var records = state.EntryClass == request.EntryClass ? state.RecordsProcessed : 0;
        return new(new RestoredCheckpoint(state.CheckpointId, SimulatedStorage.Normalize(path), true, schedule.NowMilliseconds, records), null);
    }

    void RefuseState(SimulatedJob job, string cause)
    {
        const string initialization = "org.apache.flink.runtime.client.JobInitializationException: Could not start the JobMaster.";
        Lifecycle.FailInitialization(job, JavaTrace.Of(initialization, "java.util.concurrent.CompletionException: " + cause, cause));
        // Before 1.12 the run request does not wait for the initialization.
        if (Version.AtLeast(1, 12)) throw NotExecuted(job.Request.Name, initialization, cause);
    }

    FlinkRestException Duplicate(string name) => Version switch
    {
        var version when version.AtLeast(2, 3) => NotExecuted(name, "org.apache.flink.runtime.client.DuplicateApplicationSubmissionException: Application has already been submitted."),
        var version when version.AtLeast(1, 10) => NotExecuted(name, "org.apache.flink.runtime.client.DuplicateJobSubmissionException: Job has already been submitted."),
        _ => FlinkRestException.Internal("org.apache.flink.runtime.client.JobSubmissionException: Job has already been submitted."),
    };

    FlinkRestException NotExecuted(string name, params string[] causes) => FlinkRestException.Handled(
        Version, 400, "Could not execute application.",
        ["org.apache.flink.client.program.ProgramInvocationException: The main method caused an error: Failed to execute job '" + name + "'.", .. causes]);

    void Forget(SimulatedJob job)
    {
        var expired = options.Timing.EndedJobLifetime - (schedule.Now - DateTimeOffset.FromUnixTimeMilliseconds(job.EndedAt));
        if (!job.Status.IsEnded()) schedule.After(options.Timing.EndedJobLifetime, () => Forget(job));
        else if (expired > TimeSpan.Zero) schedule.After(expired, () => Forget(job));
        else jobs.Remove(job);
    }

    bool FailJob(string jobId, string message, bool recoverable) => Look(_ =>
    {
        if (FindJob(jobId) is not { Status: JobStatus.Running or JobStatus.Restarting or JobStatus.Created } job) return false;
        Lifecycle.Fail(job, "java.lang.RuntimeException", message, recoverable);
        return true;
    });

    readonly record struct SavepointRead(RestoredCheckpoint? Restored, string? Failure);
}
