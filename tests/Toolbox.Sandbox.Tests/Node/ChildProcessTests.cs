using System.Diagnostics;
using Toolbox.Sandbox.Node.Logs;
using Toolbox.Sandbox.Node.Processes;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class ChildProcessTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("processes-").FullName;
    readonly ProcessLauncher launcher = new();
    readonly ContainerLog log;

    public ChildProcessTests() => log = new ContainerLog(Path.Combine(folder, "0.log"), 1_000_000, TimeProvider.System);

    public void Dispose()
    {
        log.Dispose();
        launcher.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    Task<ChildProcess> Start(string script, string? root = null) => ChildProcess.StartAsync(
        launcher, ["/bin/sh", "-c", script], new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["WORD"] = "hello", ["FLINKCTL_ROOT"] = root ?? "/" }, folder, folder, log);

    static bool Lives(int process) => ProcessStat.Read(process) is { State: not 'Z' };

    [Fact]
    public async Task Output_and_exit_code_are_told()
    {
        var child = await Start("echo $WORD; echo oops >&2; exit 3");
        Assert.Equal(3, await child.Exit.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(["hello", "oops"], log.LastLines.Order());
        Assert.False(File.Exists(Path.Combine(folder, ProcessFile.Name)));
    }

    [Fact]
    public async Task Only_the_given_variables_are_there()
    {
        await (await Start("env | cut -d= -f1 | sort | tr '\\n' ' '")).Exit.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.DoesNotContain("HOME", log.LastLines[0]);
    }

    [Fact]
    public async Task A_killed_command_takes_its_descendants_with_it()
    {
        var child = await Start("sleep 600 & echo $!; wait");
        await Eventually.Holds(() => log.LastLines.Count == 1, "the descendant is started");
        var descendant = int.Parse(log.LastLines[0]);
        Assert.True(Lives(descendant));
        child.Kill();
        Assert.Equal(137, await child.Exit.WaitAsync(TimeSpan.FromSeconds(60)));
        await Eventually.Holds(() => !Lives(descendant), "the descendant is gone");
    }

    [Fact]
    public async Task A_command_may_end_by_itself_when_it_is_asked_to()
    {
        var child = await Start("trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.05; done");
        await Eventually.Holds(() => log.LastLines.Count == 1, "the command is ready");
        child.Terminate();
        Assert.Equal(0, await child.Exit.WaitAsync(TimeSpan.FromSeconds(60)));
        // The shell may report its ended command after that.
        Assert.Contains("bye", log.LastLines);
    }

    [Fact]
    public async Task A_command_that_stands_still_goes_on_when_it_is_resumed_and_ends_when_it_is_asked_to()
    {
        var child = await Start("trap 'exit 0' TERM; echo ready; while :; do sleep 0.05; done");
        await Eventually.Holds(() => log.LastLines.Count == 1, "the command is ready");
        child.Pause();
        await Eventually.Holds(() => ProcessStat.Read(child.Id) is { State: 'T' }, "the command stands still");
        child.Resume();
        await Eventually.Holds(() => ProcessStat.Read(child.Id) is { State: not 'T' }, "the command goes on");
        child.Pause();
        child.Terminate();
        Assert.Equal(0, await child.Exit.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task What_a_killed_sandbox_left_behind_is_ended_at_the_next_start()
    {
        var container = Directory.CreateDirectory(Path.Combine(folder, "pods", "uid", "main")).FullName;
        var child = await Start("sleep 600 & echo $!; wait", root: Path.Combine(container, "root"));
        await Eventually.Holds(() => log.LastLines.Count == 1, "the descendant is started");
        ProcessFile.Write(container, ProcessStat.Read(child.Id)!);
        var ended = LeftoverProcesses.End(Path.Combine(folder, "pods"));
        Assert.Equal([child.Id, int.Parse(log.LastLines[0])], ended.Order());
        Assert.Equal(137, await child.Exit.WaitAsync(TimeSpan.FromSeconds(60)));
        await Eventually.Holds(() => !Lives(int.Parse(log.LastLines[0])), "the descendant is gone");
    }

    [Fact]
    public void A_process_id_that_is_used_again_is_never_killed()
    {
        using var stranger = Process.Start("/bin/sleep", "600")!;
        var container = Directory.CreateDirectory(Path.Combine(folder, "pods", "uid", "main")).FullName;
        ProcessFile.Write(container, ProcessStat.Read(stranger.Id)! with { StartTime = 1 });
        Assert.Empty(LeftoverProcesses.End(Path.Combine(folder, "pods")));
        Assert.True(Lives(stranger.Id));
        stranger.Kill();
    }

    [Fact]
    public async Task A_child_dies_with_the_process_that_started_it()
    {
        // The parent is a shell that starts its child the way the node does, and is then killed without a chance to clean up.
        var command = string.Join(' ', Confinement.DieWithParent().Append("/bin/sleep 600"));
        using var parent = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"{command} & echo $!; wait"]) { RedirectStandardOutput = true })!;
        var child = int.Parse((await parent.StandardOutput.ReadLineAsync())!);
        await Eventually.Holds(() => File.ReadAllText($"/proc/{child}/comm").Trim() == "sleep", "the child runs");
        parent.Kill();
        await Eventually.Holds(() => !Lives(child), "the child is gone");
    }

    [Fact]
    public void A_line_of_proc_is_read_whatever_the_name_of_the_program()
    {
        var stat = ProcessStat.Parse("42 (a b) c) S 1 40 41 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 123456 0 0");
        Assert.Equal(new ProcessStat(42, 'S', 41, 123456), stat);
        Assert.Null(ProcessStat.Parse("broken"));
    }
}
