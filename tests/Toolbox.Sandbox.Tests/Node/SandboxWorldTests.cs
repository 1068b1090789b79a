using System.Net;
using System.Net.Sockets;

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
}
