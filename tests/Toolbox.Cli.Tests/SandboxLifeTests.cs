using System.Runtime.InteropServices;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>How a sandbox ends, and what it leaves behind.</summary>
public sealed class SandboxLifeTests : IDisposable
{
    // A sandbox without these tools cannot tie its children to itself: what a kill leaves behind stays.
    static readonly Dictionary<string, string?> WithoutTools = new() { ["PATH"] = "/nowhere" };

    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Ready_deployment_ends_with_0()
    {
        using var flinkctl = Flinkctl.Start("sandbox", Samples.File("deployment.yaml"), "--exit-when-ready", "--kubeconfig", _folder.Sub("kubeconfig"));
        var code = await flinkctl.Exit();
        Assert.True(code == 0, $"Exit code {code}:\n{flinkctl.Output}\n{flinkctl.Errors}");
        Assert.Contains(flinkctl.Lines, line => line.Contains("cluster-1-job-3", StringComparison.Ordinal) && line.Contains("Updated / Started / RUNNING", StringComparison.Ordinal));
        Assert.Contains(flinkctl.Lines, line => line.StartsWith("Everything is ready after", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Sub("kubeconfig")));
    }

    [Fact]
    public async Task Deployment_that_is_not_ready_in_time_ends_with_1_and_the_table_of_what_is_missing()
    {
        using var flinkctl = Flinkctl.Start("sandbox", Samples.File("deployment.yaml"), "--no-operator", "--exit-when-ready", "--timeout", "1");
        var code = await flinkctl.Exit();
        Assert.True(code == 1, $"Exit code {code}:\n{flinkctl.Output}\n{flinkctl.Errors}");
        Assert.Contains("Not everything is ready", flinkctl.Output, StringComparison.Ordinal);
        var table = flinkctl.Output[flinkctl.Output.IndexOf("Not everything", StringComparison.Ordinal)..];
        Assert.Matches("Kind +│ Name +│ State", table);
        Assert.Matches("FlinkDeployment +│ cluster-1", table);
    }

    [Theory]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGINT)]
    public async Task Sandbox_that_is_told_to_end_leaves_no_process_behind(PosixSignal signal)
    {
        using var flinkctl = Flinkctl.Start("sandbox", "--data-dir", _folder.Sub("data"));
        await flinkctl.Says("Pod", "flink-operator", "Running");
        var children = ProcessTree.Descendants(flinkctl.Id);
        Assert.NotEmpty(children);
        flinkctl.Signal(signal);
        Assert.Equal(0, await flinkctl.Exit());
        Assert.DoesNotContain(children, ProcessTree.IsAlive);
        Assert.Equal("", flinkctl.Errors);
    }

    [Fact]
    public async Task Next_start_ends_what_a_killed_sandbox_left_behind()
    {
        using var killed = Flinkctl.Start(WithoutTools, "sandbox", "--data-dir", _folder.Sub("data"));
        await killed.Says("Pod", "flink-operator", "Running");
        var left = ProcessTree.Descendants(killed.Id);
        killed.Kill();
        Assert.NotEqual(0, await killed.Exit());
        Assert.Contains(left, ProcessTree.IsAlive);
        using var next = Flinkctl.Start("sandbox", "--data-dir", _folder.Sub("data"), "--no-operator", "--exit-when-ready");
        Assert.Equal(0, await next.Exit());
        await Wait.Until(() => !left.Any(ProcessTree.IsAlive), () => $"the end of {string.Join(", ", left)}");
        Assert.Contains("left behind by a sandbox that was killed", next.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_start_removes_the_temporary_folder_of_a_killed_sandbox()
    {
        Dictionary<string, string?> variables = new(WithoutTools) { ["TMPDIR"] = _folder.Path };
        using var killed = Flinkctl.Start(variables, "sandbox");
        await killed.Says("Pod", "flink-operator", "Running");
        var left = ProcessTree.Descendants(killed.Id);
        var folder = Assert.Single(Directory.GetDirectories(_folder.Path, "flinkctl-sandbox-*"));
        killed.Kill();
        Assert.NotEqual(0, await killed.Exit());
        Assert.True(Directory.Exists(folder));
        using var next = Flinkctl.Start(variables, "sandbox", "--no-operator", "--exit-when-ready");
        Assert.Equal(0, await next.Exit());
        await Wait.Until(() => !left.Any(ProcessTree.IsAlive), () => $"the end of {string.Join(", ", left)}");
        Assert.Empty(Directory.GetDirectories(_folder.Path, "flinkctl-sandbox-*"));
    }

    [Fact]
    public async Task Node_in_a_process_of_its_own_serves_a_sandbox_without_one()
    {
        var kubeconfig = _folder.Sub("kubeconfig");
        using var rest = Flinkctl.Start("sandbox", "--no-node", "--kubeconfig", kubeconfig);
        await rest.Says("Pod", "flink-operator", "Pending");
        using var node = Flinkctl.Start("sandbox", "node", "--kubeconfig", kubeconfig, "--name", "other", "--addresses", "127.93.0.0/16");
        await node.Says("The node other serves");
        await rest.Says("Pod", "flink-operator", "Running");
        node.Signal(PosixSignal.SIGTERM);
        Assert.Equal(0, await node.Exit());
    }

    [Fact]
    public async Task Killed_sandbox_takes_its_processes_along()
    {
        using var killed = Flinkctl.Start("sandbox", "--data-dir", _folder.Sub("data"));
        await killed.Says("Pod", "flink-operator", "Running");
        var left = ProcessTree.Descendants(killed.Id);
        killed.Kill();
        await Wait.Until(() => !left.Any(ProcessTree.IsAlive), () => $"the end of {string.Join(", ", left)}");
    }

    public void Dispose() => _folder.Dispose();
}
