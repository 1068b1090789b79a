using System.Diagnostics;

namespace Toolbox.Flink.Tests.Contract;

/// <summary>A real Flink cluster in processes of its own, on loopback addresses that nobody else uses.</summary>
sealed class RealTarget : ContractTarget
{
    static int started;
    readonly Process cluster;
    readonly string folder;

    RealTarget(Process cluster, string folder, string address, FlinkVersion version)
    {
        (this.cluster, this.folder, Version) = (cluster, folder, version);
        Client = new FlinkClient(new Uri($"http://{address}:8081"), new FlinkClientOptions());
    }

    public override FlinkClient Client { get; }

    public override FlinkVersion Version { get; }

    protected override TimeSpan Patience => TimeSpan.FromSeconds(100);

    public override string SavepointDirectory => $"file://{folder}/own-savepoints";

    public override IReadOnlyList<string> FailingArguments => ["--rate", "50", "--fail-at", "20"];

    public static async Task<RealTarget> StartAsync(string home)
    {
        var folder = Directory.CreateTempSubdirectory("real-flink-").FullName;
        await RunAsync(Path.Combine(RealFlink.Root, "tools/build-sample-job"), home, Path.Combine(folder, "job"));
        File.WriteAllText(Path.Combine(folder, "extra"), "web.refresh-interval: 200\nmetrics.fetcher.update-interval: 500\nrest.cache.checkpoint-statistics.timeout: 200 ms\n");
        var address = $"127.{20 + (Environment.ProcessId % 100)}.{Interlocked.Increment(ref started)}.1";
        // The outer limit ends the cluster even if this process is killed.
        var start = new ProcessStartInfo("timeout", ["-k", "10", "280", RealFlink.Script, home, Path.Combine(folder, "work"), "1", $"{Slots}", address]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FLINK_EXTRA"] = Path.Combine(folder, "extra");
        var cluster = Process.Start(start)!;
        cluster.BeginOutputReadLine();
        cluster.BeginErrorReadLine();
        var target = new RealTarget(cluster, folder, address, FlinkVersion.TryParse(Path.GetFileName(home.TrimEnd('/'))) ?? throw new InvalidOperationException($"'{home}' does not end in a version."));
        try
        {
            await target.UntilAsync(() => target.Client.OverviewAsync(), answer => answer is FlinkAnswer<FlinkOverview>.Ok({ SlotsTotal: Slots }));
            return target;
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    public override Stream OpenJar() => File.OpenRead(Path.Combine(folder, "job", "flink-jobs.jar"));

    public override IReadOnlyList<string> CountedArguments(string name) => ["--rate", "100", "--checkpoint-interval", "500", "--output", $"file://{folder}/output-{name}"];

    /// <summary>Committed lines are "key number count": numbers 1, 2, 3... each once, and so the counts of each key.</summary>
    public override Task<long> AssertNothingLostAsync(string name, string lastJobId)
    {
        var lines = Directory.EnumerateFiles(Path.Combine(folder, "output-" + name), "part-*", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Select(line => line.Split(' ').Select(long.Parse).ToArray()).ToList();
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(number => (long)number), lines.Select(line => line[1]).Order());
        foreach (var key in lines.GroupBy(line => line[0]))
            Assert.Equal(Enumerable.Range(1, key.Count()).Select(number => (long)number), key.OrderBy(line => line[1]).Select(line => line[2]));
        Assert.NotEmpty(lines);
        return Task.FromResult((long)lines.Count);
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!cluster.HasExited)
        {
            await RunAsync("kill", "-TERM", $"{cluster.Id}");
            await cluster.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        }
        cluster.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static async Task RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {await error}");
    }
}
