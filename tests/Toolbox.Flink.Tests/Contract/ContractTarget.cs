namespace Toolbox.Flink.Tests.Contract;

/// <summary>A Flink cluster with four slots in one TaskManager, simulated or real, and the sample jobs to run on it.</summary>
abstract class ContractTarget : IAsyncDisposable
{
    public const string TestJob = "com.nextbreakpoint.flink.jobs.stream.TestJob";
    public const string BatchJob = "com.nextbreakpoint.flink.jobs.stream.BatchJob";
    public const int Slots = 4;
    int drawn;

    public abstract FlinkClient Client { get; }

    public abstract FlinkVersion Version { get; }

    /// <summary>How long to wait for anything at all.</summary>
    protected abstract TimeSpan Patience { get; }

    public abstract Stream OpenJar();

    /// <summary>Arguments of a test job that throws soon after its start.</summary>
    public static IReadOnlyList<string> FailingArguments => ["--rate", "50", "--fail-at", "20"];

    /// <summary>Arguments of a test job whose records are checked later under this name.</summary>
    public abstract IReadOnlyList<string> CountedArguments(string name);

    /// <summary>Parent of savepoints, as a URI.</summary>
    public abstract string SavepointDirectory { get; }

    /// <summary>Asserts that what the jobs of this name processed, one after the other, is all numbers from the first on, each once; gives how many.</summary>
    public abstract Task<long> AssertNothingLostAsync(string name, string lastJobId);

    public string NewId() => $"{Guid.NewGuid():N}"[..28] + $"{drawn++:x4}";

    public async Task<string> UploadAsync()
    {
        await using var jar = OpenJar();
        return (await Client.UploadJarAsync(jar, "flink-jobs.jar")).Value();
    }

    /// <summary>Uploads and runs a job and gives its id.</summary>
    public async Task<string> RunAsync(string entryClass = TestJob, int parallelism = 1, string? savepointPath = null, params IReadOnlyList<string> arguments)
    {
        var request = new RunRequest(NewId(), entryClass, parallelism) { Arguments = arguments, SavepointPath = savepointPath, ClaimMode = ClaimMode.NoClaim };
        return (await Client.RunJarAsync(await UploadAsync(), request)).Value();
    }

    public async Task<string> RunFullyAsync(string? savepointPath = null, int parallelism = 1, params IReadOnlyList<string> arguments)
    {
        var id = await RunAsync(TestJob, parallelism, savepointPath, arguments);
        await UntilJobAsync(id, job => job.RunsFully);
        return id;
    }

    public async Task<JobSummary> UntilJobAsync(string id, Func<JobSummary, bool> condition) =>
        (await UntilAsync(async () => (await Client.JobsOverviewAsync()).Value().FirstOrDefault(job => job.Id == id), job => job is not null && condition(job)))!;

    public async Task<SavepointStatus> UntilSavepointEndsAsync(string jobId, string triggerId) =>
        await UntilAsync(async () => (await Client.SavepointStatusAsync(jobId, triggerId)).Value(), status => status is not SavepointStatus.InProgress);

    /// <summary>Stops a job and gives the location of its savepoint.</summary>
    public async Task<string> StopAsync(string id)
    {
        var trigger = (await Client.StopAsync(id, SavepointDirectory, triggerId: NewId())).Value();
        var location = Assert.IsType<SavepointStatus.Completed>(await UntilSavepointEndsAsync(id, trigger)).Location;
        Assert.Equal(JobState.Finished, (await UntilJobAsync(id, job => job.State.IsEnded())).State);
        return location;
    }

    public async Task CancelAsync(string id)
    {
        await Client.CancelAsync(id);
        await UntilJobAsync(id, job => job.State.IsEnded());
    }

    public async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> condition)
    {
        // Flink pushes nothing: it is asked again and again, with a pause between, until the deadline.
        using var pause = new PeriodicTimer(Patience / 1000);
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var seen = await look();
            if (condition(seen)) return seen;
            if (DateTime.UtcNow > deadline) throw new TimeoutException($"Not reached within {Patience.TotalSeconds} s; last seen: {seen}");
            await pause.WaitForNextTickAsync();
        }
    }

    public abstract ValueTask DisposeAsync();
}
