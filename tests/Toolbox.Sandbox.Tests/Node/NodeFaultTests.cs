using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class NodeFaultTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    async Task<V1Node> NodeObject()
    {
        var answer = await fixture.Client.Get(ResourceTypes.Nodes, null, "sandbox-node");
        return answer.IsOk(out var node) ? node : throw new InvalidOperationException(answer.Describe());
    }

    static string Ready(V1Node node) => node.Status.Conditions.Single(condition => condition.Type == "Ready").Status;

    [Fact]
    public async Task The_node_is_registered_with_its_log_endpoint_and_a_lease()
    {
        var node = await NodeObject();
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
        Assert.Equal("Unknown", Ready(await NodeObject()));
        Assert.NotNull(WorldFixture.ContainerOf((await fixture.Get("survivor"))!)!.State.Running);
        Assert.Equal(204, await fixture.Fault("power/on"));
        var pod = await fixture.Until("survivor", pod => WorldFixture.ContainerOf(pod) is { RestartCount: 1, State.Running: not null }, "restarted");
        Assert.Equal("Unknown", WorldFixture.ContainerOf(pod)!.LastState.Terminated.Reason);
        Assert.Equal("True", Ready(await NodeObject()));
    }

    [Fact]
    public async Task A_node_that_is_started_again_takes_over_its_pods_and_forgets_those_that_were_deleted_meanwhile()
    {
        var data = Directory.CreateTempSubdirectory("node-").FullName;
        await using var world = await SandboxWorld.StartAsync(fixture.Options() with { NoNode = true }, CancellationToken.None);
        var options = fixture.Options().Node(new NodeOptions(data) { Images = fixture.Options().Images });
        await using (await SandboxNode.StartAsync(world.Client, options, CancellationToken.None))
        {
            await world.Client.Create(ResourceTypes.Pods, world.Namespace, Sleeper("stays"));
            await world.Client.Create(ResourceTypes.Pods, world.Namespace, Sleeper("goes"));
            await Running(world, "stays", 0);
            await Running(world, "goes", 0);
        }

        await world.Client.Delete(ResourceTypes.Pods, world.Namespace, "goes", new DeleteOptions { GracePeriodSeconds = 0 });
        await using (await SandboxNode.StartAsync(world.Client, options, CancellationToken.None))
        {
            var pod = await Running(world, "stays", 1);
            Assert.Equal(["Unknown"], pod.Status.ContainerStatuses.Select(status => status.LastState.Terminated.Reason));
            Assert.Equal([pod.Metadata.Uid], Directory.EnumerateDirectories(Path.Combine(data, "pods")).Select(Path.GetFileName));
        }

        Directory.Delete(data, recursive: true);
    }

    static V1Pod Sleeper(string name) => new()
    {
        Metadata = new V1ObjectMeta { Name = name },
        Spec = new V1PodSpec { AutomountServiceAccountToken = false, Containers = [new V1Container { Name = "main", Image = "shell:1", Args = ["sleep 600"] }] },
    };

    static async Task<V1Pod> Running(SandboxWorld world, string name, int restarts) => (await Eventually.Is(
        async () => (await world.Client.Get(ResourceTypes.Pods, world.Namespace, name)).IsOk(out var pod) ? pod : null,
        pod => pod is not null && WorldFixture.ContainerOf(pod) is { State.Running: not null } status && status.RestartCount == restarts,
        $"{name} runs after {restarts} restarts"))!;
}
