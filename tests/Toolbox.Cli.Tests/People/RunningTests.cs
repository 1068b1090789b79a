using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.People;

/// <summary>The commands for people where things run.</summary>
public sealed class RunningTests(RunningWorld world) : IClassFixture<RunningWorld>
{
    [Fact]
    public async Task Doctor_finds_nothing_wrong()
    {
        var invocation = await world.Run("doctor");
        Assert.True(invocation.Code == 0, invocation.Output);
        Assert.EndsWith("Nothing is wrong in namespace flink-jobs.", invocation.Output, StringComparison.Ordinal);
        foreach (var words in (string[])["ok     operator: flink-jobs/flink-operator: 1 of 1 replicas are ready, ", "ok     supervisor of cluster-3: 1 of 1 replicas are ready, ", "ok     Flink of cluster-3: version 1.20"])
            Assert.Contains(words, invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_show_every_part_of_the_cluster()
    {
        var all = await world.Run("logs", "cluster-3");
        Assert.Equal((0, ""), (all.Code, all.Errors));
        foreach (var pod in (string[])["[supervisor-cluster-3-", "[bootstrap-cluster-3-job-1-", "[jobmanager-cluster-3-", "[taskmanager-cluster-3-"])
            Assert.Contains(pod, all.Output, StringComparison.Ordinal);
        var one = await world.Run("logs", "fj/cluster-3-job-1", "--role", "bootstrap", "--tail", "1");
        Assert.Equal(0, one.Code);
        Assert.DoesNotContain('\n', one.Output);
        Assert.NotEmpty(one.Output);
    }

    [Fact]
    public async Task Followed_logs_go_on_until_interrupted()
    {
        using var flinkctl = Flinkctl.Start("logs", "cluster-3", "-f", "--kubeconfig", world.Kubeconfig);
        await flinkctl.Says("[supervisor-cluster-3-");
        await flinkctl.Says("[jobmanager-cluster-3-");
        flinkctl.Signal(System.Runtime.InteropServices.PosixSignal.SIGINT);
        Assert.Equal(0, await flinkctl.Exit());
        Assert.Equal("", flinkctl.Errors);
    }

    [Theory]
    [InlineData("top --once", "  fj/cluster-3-job-1", "Started, RUNNING")]
    [InlineData("top", "fc/cluster-3", "Started, HEALTHY")]
    [InlineData("tree", "fj/cluster-3-job-1", "Started, RUNNING")]
    [InlineData("describe job cluster-3-job-1", "Flink says", "RUNNING")]
    [InlineData("get fj", "cluster-3-job-1", "RUNNING")]
    public async Task Running_job_is_shown_as_running(string line, string name, string state)
    {
        var invocation = await world.Run(line.Split(' '));
        Assert.Equal((0, ""), (invocation.Code, invocation.Errors));
        Assert.Contains(invocation.Output.Split('\n'), text => text.Contains(name, StringComparison.Ordinal) && text.Contains(state, StringComparison.Ordinal));
    }
}
