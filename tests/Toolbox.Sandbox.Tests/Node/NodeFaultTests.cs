using k8s.Models;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class NodeFaultTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    async Task<V1Node> Node()
    {
        var answer = await fixture.Client.Get(ResourceTypes.Nodes, null, "sandbox-node");
        return answer.IsOk(out var node) ? node : throw new InvalidOperationException(answer.Describe());
    }

    static string Ready(V1Node node) => node.Status.Conditions.Single(condition => condition.Type == "Ready").Status;

    [Fact]
    public async Task The_node_is_registered_with_its_log_endpoint_and_a_lease()
    {
        var node = await Node();
        Assert.Equal("True", Ready(node));
        Assert.Contains(node.Status.Addresses, address => address is { Type: "InternalIP", Address: "127.0.0.1" });
        Assert.Equal(fixture.World.Node!.Address.Port, node.Status.DaemonEndpoints.KubeletEndpoint.Port);
        Assert.True(node.Status.Capacity.ContainsKey("cpu"));
        var lease = await Eventually.Is(
            () => fixture.Client.Get(ResourceTypes.Leases, "kube-node-lease", "sandbox-node"), answer => answer.IsOk(out _), "the lease is there");
        Assert.True(lease.IsOk(out var found) && found.Spec.HolderIdentity == "sandbox-node");
    }

    [Fact]
    public async Task A_node_without_power_is_Unknown_and_its_pods_are_restarted_when_it_comes_back()
    {
        await fixture.Run("survivor", "echo up; sleep 600");
        await fixture.UntilRunning("survivor");
        Assert.Equal(204, await fixture.Fault("power/off"));
        Assert.Equal("Unknown", Ready(await Node()));
        Assert.NotNull(WorldFixture.ContainerOf((await fixture.Get("survivor"))!)!.State.Running);
        Assert.Equal(204, await fixture.Fault("power/on"));
        var pod = await fixture.Until("survivor", pod => WorldFixture.ContainerOf(pod) is { RestartCount: 1, State.Running: not null }, "restarted");
        Assert.Equal("Unknown", WorldFixture.ContainerOf(pod)!.LastState.Terminated.Reason);
        Assert.Equal("True", Ready(await Node()));
    }
}
