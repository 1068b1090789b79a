using System.Net;
using System.Net.Sockets;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>What <c>flinkctl explain</c> says when it cannot explain anything.</summary>
public sealed class ExplainTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("explain")]
    [InlineData("explain", "job")]
    [InlineData("explain", "pod", "a")]
    [InlineData("explain", "job", "a", "--output", "xml")]
    public async Task Anything_but_kind_and_name_is_a_usage_error(params string[] arguments)
    {
        using var flinkctl = Flinkctl.Start(arguments);
        Assert.Equal(2, await flinkctl.Exit());
        Assert.NotEqual("", flinkctl.Errors);
    }

    [Fact]
    public async Task A_kubeconfig_that_is_missing_is_named()
    {
        using var flinkctl = Flinkctl.Start("explain", "job", "a", "--kubeconfig", _folder.Sub("kubeconfig"));
        Assert.Equal(2, await flinkctl.Exit());
        Assert.Contains(_folder.Sub("kubeconfig"), flinkctl.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_server_that_does_not_answer_is_a_failure_that_names_it()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        using var flinkctl = Flinkctl.Start("explain", "cluster", "a", "--namespace", "somewhere", "--kubeconfig", _folder.Write("kubeconfig", Kubeconfigs.At(port)));
        Assert.Equal(1, await flinkctl.Exit());
        Assert.StartsWith($"flinkctl: the namespace somewhere at http://127.0.0.1:{port}/ cannot be read: unreachable", Assert.Single(flinkctl.Errors.Split('\n')), StringComparison.Ordinal);
        Assert.Equal("", flinkctl.Output);
    }

    public void Dispose() => _folder.Dispose();
}
