using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>The stateful sample on a real Flink: after each stop its output tells whether anything was lost or counted twice.</summary>
abstract class StatefulStory(RealFlinkWorld world, ITestOutputHelper output) : Scenario(world, output)
{
    protected const string Cluster = "stateful";
    protected const string JobName = "stateful-job-1";

    readonly ITestOutputHelper _output = output;

    protected RealFlinkWorld Real { get; } = world;

    protected async Task Stop()
    {
        await User.Request(Kinds.FlinkJob, JobName, "STOP");
        await Stopped();
    }

    /// <summary>Waits for a stop with savepoint and checks the output.</summary>
    protected async Task Stopped(string folder = "/flink-state/output")
    {
        var stopped = await Job(JobName, "stopped", job => job.IsStopped() && job.Text("savepointPath").Length > 0);
        Took("stop with savepoint");
        // It was first started with parallelism 2, which makes two ranges of numbers.
        var (code, text) = await RealFlink.Run("tools/check-sample-output", Real.OnDisk(folder), "2");
        Assert.True(code == 0, $"{text} after {stopped.Text("savepointPath")}");
        _output.WriteLine(text);
    }

    /// <returns>The new Flink job id.</returns>
    protected async Task<string> Resume(string before)
    {
        var path = Find(Kinds.FlinkJob, JobName).Text("savepointPath");
        await User.Request(Kinds.FlinkJob, JobName, "START");
        var started = await Another(JobName, before);
        Took("start");
        Assert.Equal(path, (string?)started["status"]!["submission"]!["restorePoint"]);
        return started.Text("jobId");
    }
}
