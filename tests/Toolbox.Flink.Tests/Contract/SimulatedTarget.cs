using System.IO.Compression;
using System.Net;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Flink.Tests.Contract;

sealed class SimulatedTarget : ContractTarget
{
    readonly SimulatedJobManager jobManager;
    readonly Dictionary<string, long> counted = [];

    SimulatedTarget(SimulatedJobManager jobManager, string version)
    {
        this.jobManager = jobManager;
        Version = FlinkVersion.TryParse(version)!;
        Client = new FlinkClient(jobManager.Address, new FlinkClientOptions());
    }

    public override FlinkClient Client { get; }

    public override FlinkVersion Version { get; }

    protected override TimeSpan Patience => TimeSpan.FromSeconds(60);

    public override string SavepointDirectory => "file:///data/savepoints";

    public static async Task<SimulatedTarget> StartAsync(string version)
    {
        var jobManager = await SimulatedJobManager.StartAsync(new SimulatedJobManagerOptions(IPAddress.Loopback, version)
        {
            Port = 0,
            Timing = Quick,
        });
        jobManager.Register(new SimulatedTaskManager("worker:1", "127.0.0.1", 6121, Slots));
        return new SimulatedTarget(jobManager, version);
    }

    static SimulatedFlinkTiming Quick => new()
    {
        StartUpDelay = TimeSpan.Zero, CheckpointInterval = TimeSpan.FromSeconds(0.2), SavepointDuration = TimeSpan.FromSeconds(0.1),
        TaskDeployment = TimeSpan.FromSeconds(0.05), JobInitialization = TimeSpan.FromSeconds(0.03), BatchDuration = TimeSpan.FromSeconds(0.2),
    };

    public override Stream OpenJar()
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in new[] { TestJob, BatchJob }) archive.CreateEntry(name.Replace('.', '/') + ".class");
        content.Position = 0;
        return content;
    }

    public override IReadOnlyList<string> CountedArguments(string name) => [];

    /// <summary>An ended job shows exactly what its last state holds, so a successor may never show less.</summary>
    public override async Task<long> AssertNothingLostAsync(string name, string lastJobId)
    {
        var accumulators = (await Client.JsonAsync($"jobs/{lastJobId}/accumulators")).Value();
        var records = long.Parse(accumulators.GetProperty("user-task-accumulators")[0].GetProperty("value").GetString()!);
        Assert.True(records > counted.GetValueOrDefault(name), $"{records} records after {counted.GetValueOrDefault(name)}");
        return counted[name] = records;
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await jobManager.DisposeAsync();
    }
}
