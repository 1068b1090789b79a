using System.Net;
using k8s.Models;
using Toolbox.Flink;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Operator.Tests.FlinkAccess;

/// <summary>Where Flink is asked from outside of Kubernetes.</summary>
public sealed class FlinkReachTests
{
    static readonly V1Service Service = new() { Spec = new V1ServiceSpec { Ports = [new V1ServicePort { Name = "rpc", NodePort = 30001 }, new V1ServicePort { Name = "ui", NodePort = 30002 }] } };

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("node", null, "http://node:30002/")]
    [InlineData(null, 9000, "http://localhost:9000/")]
    [InlineData("node", 9000, "http://node:9000/")]
    public void A_forwarded_port_comes_before_the_node_port_of_the_Service(string? host, int? port, string? asked) =>
        Assert.Equal(asked, new FlinkReach(host, port).Of(Service)?.ToString());

    [Fact]
    public void Without_a_node_port_it_is_not_known()
    {
        Assert.Null(new FlinkReach("node", null).Of(null));
        Assert.Null(new FlinkReach("node", null).Of(new V1Service { Spec = new V1ServiceSpec { Ports = [new V1ServicePort { Name = "ui" }] } }));
    }

    [Fact]
    public async Task A_probe_asks_there_instead_of_the_pod_as_soon_as_it_is_known()
    {
        await using var flink = await SimulatedJobManager.StartAsync(new SimulatedJobManagerOptions(IPAddress.Loopback, "1.20.5") { Port = 0 });
        Uri? elsewhere = null;
        using var probe = new FlinkProbe(TimeProvider.System, new FlinkClientOptions(), elsewhere: () => elsewhere);
        var pod = probe.At("127.255.255.254", "process");
        Assert.IsType<FlinkAnswer<FlinkOverview>.Unreachable>(await pod.Client.OverviewAsync(CancellationToken.None));
        elsewhere = flink.Address;
        var other = probe.At("127.255.255.254", "process");
        Assert.NotSame(pod, other);
        // A JobManager takes a moment to start.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await other.Client.OverviewAsync(limit.Token) is not FlinkAnswer<FlinkOverview>.Ok) await pause.WaitForNextTickAsync(limit.Token);
        probe.Keep([("127.255.255.254", "process")]);
        Assert.Same(other, probe.At("127.255.255.254", "process"));
    }
}
