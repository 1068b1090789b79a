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

    protected override TimeSpan Patience => TimeSpan.FromSeconds(200);

    public override string SavepointDirectory => $"file://{folder}/own-savepoints";

    public static async Task<RealTarget> StartAsync(string home)
    {
        var folder = Directory.CreateTempSubdirectory("real-flink-").FullName;
        await RunAsync(Path.Combine(RealFlink.Root, "tools/build-sample-job"), home, Path.Combine(folder, "job"));
        File.WriteAllText(Path.Combine(folder, "extra"), "web.refresh-interval: 200\nmetrics.fetcher.update-interval: 500\nrest.cache.checkpoint-statistics.timeout: 200 ms\n");
        var address = $"127.{20 + (Environment.ProcessId % 100)}.{Interlocked.Increment(ref started)}.1";
        // The outer limit ends the cluster even if this process is killed.
        var start = new ProcessStartInfo("timeout", ["-k", "60", "280", RealFlink.Script, home, Path.Combine(folder, "work"), "1", $"{Slots}", address]) { RedirectStandardOutput = true, RedirectStandardError = true };
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

    public override async Task<long> AssertNothingLostAsync(string name, string lastJobId)
    {
        var verdict = await RunAsync(Path.Combine(RealFlink.Root, "tools/check-sample-output"), Path.Combine(folder, "output-" + name));
        Assert.EndsWith("numbers, each counted once", verdict);
        return long.Parse(verdict.Split(' ')[0]);
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!cluster.HasExited)
        {
            await RunAsync("kill", "-TERM", $"{cluster.Id}");
            await cluster.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(180)).Token);
        }
        cluster.Dispose();
        // Processes that were told to end may still remove files of theirs meanwhile.
        for (var tries = 1; Directory.Exists(folder); tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tries < 100)
            {
                await Task.Yield();
            }
        }
    }

    static async Task<string> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(180)).Token);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {output}{await error}");
        return output.Trim();
    }
}
