using System.Net;
using System.Text.Json.Nodes;
using Serilog.Core;
using Toolbox.Flink;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Kubernetes.Tests.Execution;
using Toolbox.Operator.Bootstrap;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Operator.Tests.Bootstrap;

/// <summary>A bootstrap whose process is told to end (SIGTERM) while it submits.</summary>
public sealed class BootstrapRunTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    const string JobId = "0123456789abcdef0123456789abcdef";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Submission_under_way_is_finished_and_reported()
    {
        await using var flink = await SimulatedJobManager.StartAsync(new SimulatedJobManagerOptions(IPAddress.Loopback, "1.20.5") { Port = 0 });
        var job = await Recorded();
        using var jar = new TemporaryJar();
        using var told = new CancellationTokenSource();
        // So the bootstrap posts nothing but the submission, which Flink takes its time to answer.
        await Upload(flink, jar.Path);
        flink.Faults.Add(new SimulatedFault("/jars", SimulatedFaultKind.Stall, "POST", Times: 1));
        var running = Run(job, flink, jar.Path).Run(jar.Path, told.Token);
        await Stalled(flink);
        await told.CancelAsync();
        Assert.False(running.IsCompleted);
        flink.Faults.Clear();
        Assert.IsType<BootstrapResult.Submitted>(await running.WaitAsync(Patience));
        Assert.Equal(JobId, JobStatusReading.Read((await api.Client.Stored(job)).Status).JobId);
    }

    [Fact]
    public async Task Nothing_is_submitted_by_a_process_that_was_told_to_end_before()
    {
        await using var flink = await SimulatedJobManager.StartAsync(new SimulatedJobManagerOptions(IPAddress.Loopback, "1.20.5") { Port = 0 });
        var job = await Recorded();
        using var jar = new TemporaryJar();
        using var told = new CancellationTokenSource();
        await Upload(flink, jar.Path);
        await told.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(job, flink, jar.Path).Run(jar.Path, told.Token).WaitAsync(Patience));
        using var client = new FlinkClient(flink.Address, new FlinkClientOptions());
        var jobs = Assert.IsType<FlinkAnswer<IReadOnlyList<JobSummary>>.Ok>(await client.JobsOverviewAsync());
        Assert.Empty(jobs.Value);
    }

    async Task<ResourceContext> Recorded()
    {
        var job = await api.Client.Job(await api.NewNamespace());
        var status = new JsonObject { ["submission"] = new JsonObject { ["jobId"] = JobId, ["attempt"] = 1, ["parallelism"] = 1 } };
        await new KubernetesCommandExecutor(api.Client).WriteStatus(job, status, CancellationToken.None);
        return job;
    }

    BootstrapRun Run(ResourceContext job, SimulatedJobManager flink, string jar) => new(
        new BootstrapOptions(job.Namespace, "cluster-1", "job-1", JobId, jar, "Job", 1, "", false, []),
        new BootstrapTarget(api.Client, flink.Address), TimeProvider.System, Logger.None);

    static async Task Upload(SimulatedJobManager flink, string jar)
    {
        using var client = new FlinkClient(flink.Address, new FlinkClientOptions());
        await using var content = File.OpenRead(jar);
        var digest = Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content))[..12];
        // A JobManager that has just been started does not answer yet.
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var count = 0; count < 3000 && await client.ListJarsAsync() is not FlinkAnswer<IReadOnlyList<UploadedJar>>.Ok; count++) await pause.WaitForNextTickAsync();
        content.Position = 0;
        Assert.IsType<FlinkAnswer<string>.Ok>(await client.UploadJarAsync(content, $"{Path.GetFileNameWithoutExtension(jar)}-{digest}.jar"));
    }

    // The fault is for one request: it is used up as soon as that has come.
    static async Task Stalled(SimulatedJobManager flink)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var count = 0; count < 3000 && flink.Faults.Active.Count > 0; count++) await pause.WaitForNextTickAsync();
        Assert.Empty(flink.Faults.Active);
    }

    sealed class TemporaryJar : IDisposable
    {
        readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bootstrap-");

        public TemporaryJar()
        {
            using var file = File.Create(Path);
            PlaceholderJar.Write(file);
        }

        public string Path => System.IO.Path.Combine(_folder.FullName, "job.jar");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
