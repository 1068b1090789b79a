using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Toolbox.Sandbox.Node.Processes;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class SandboxWorldTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("sandbox-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static async Task<string> Problem(SandboxOptions options)
    {
        var problem = await Assert.ThrowsAsync<SandboxException>(() => SandboxWorld.StartAsync(options, CancellationToken.None));
        Assert.DoesNotContain('\n', problem.Message);
        return problem.Message;
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        Assert.Contains($"{port}", await Problem(new SandboxOptions { Port = port, NoNode = true }));
    }

    [Fact]
    public async Task A_folder_that_is_no_Flink_is_named() =>
        Assert.Contains(folder, await Problem(new SandboxOptions { FlinkHomes = [folder] }));

    [Fact]
    public async Task A_kubeconfig_that_cannot_be_written_is_named() =>
        Assert.Contains("/proc/none/kubeconfig", await Problem(new SandboxOptions { KubeconfigPath = "/proc/none/kubeconfig", NoNode = true }));

    [Fact]
    public async Task A_manifest_of_an_unknown_kind_is_named() =>
        Assert.Contains("Gadget of example.test/v1", await Problem(new SandboxOptions { NoNode = true, Manifests = ["apiVersion: example.test/v1\nkind: Gadget\nmetadata: {name: g}"] }));

    [Fact]
    public async Task The_kubeconfig_is_for_its_owner_only_and_a_data_folder_for_one_sandbox_only()
    {
        var options = new SandboxOptions { KubeconfigPath = Path.Combine(folder, "kubeconfig"), DataDirectory = Path.Combine(folder, "data"), NoNode = true };
        await using var world = await SandboxWorld.StartAsync(options, CancellationToken.None);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(options.KubeconfigPath).UnixFileMode);
        Assert.Contains("in use by another sandbox", await Problem(options with { KubeconfigPath = null }));
    }

    [Fact]
    public async Task What_a_killed_sandbox_left_under_the_temporary_files_is_cleaned_up_by_the_next_one()
    {
        using var left = Process.Start("/bin/sleep", "600")!;
        var old = Path.Combine(Path.GetTempPath(), $"flinkctl-sandbox-{left.Id}-1-{Guid.NewGuid():N}");
        var container = Directory.CreateDirectory(Path.Combine(old, "node", "pods", "uid", "main")).FullName;
        ProcessFile.Write(container, ProcessStat.Read(left.Id)!);
        await using var world = await SandboxWorld.StartAsync(new SandboxOptions { NoNode = true }, CancellationToken.None);
        await left.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await Eventually.Holds(() => !Directory.Exists(old), "the folder is removed");
    }

    [Fact]
    public async Task A_stopped_sandbox_leaves_nothing_under_the_temporary_files()
    {
        var world = await SandboxWorld.StartAsync(new SandboxOptions { NoNode = true }, CancellationToken.None);
        var data = Path.GetDirectoryName(world.KubeconfigPath)!;
        Assert.True(Directory.Exists(data));
        await world.DisposeAsync();
        Assert.False(Directory.Exists(data));
    }
}
