using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class FlinkPodTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    async Task Service(string cluster) => await fixture.Client.Create(ResourceTypes.Services, fixture.World.Namespace, new V1Service
    {
        Metadata = new V1ObjectMeta { Name = "jobmanager-" + cluster },
        Spec = new V1ServiceSpec
        {
            Selector = new Dictionary<string, string> { ["clusterName"] = cluster, ["role"] = "jobmanager" },
            Ports = [new V1ServicePort { Name = "ui", Port = 8081, TargetPort = 8081 }],
        },
    });

    static async Task<JsonNode?> Overview(V1Pod pod)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            return JsonNode.Parse(await client.GetStringAsync($"http://{pod.Status.PodIP}:8081/overview"));
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    static Task UntilSlots(V1Pod pod, int slots) =>
        Eventually.Is(() => Overview(pod), overview => (int?)overview?["slots-total"] == slots, $"{pod.Metadata.Name} has {slots} slots");

    [Fact]
    public async Task TaskManagers_find_their_JobManager_whichever_starts_first_and_leave_with_their_pod()
    {
        await fixture.RunFlink("taskmanager-a-1", "a", "taskmanager");
        await fixture.UntilLog("taskmanager-a-1", "Could not resolve", "taskmanager");
        await Service("a");
        await fixture.UntilLog("taskmanager-a-1", "Could not connect", "taskmanager");
        await fixture.RunFlink("jobmanager-a-1", "a", "jobmanager");
        var manager = await fixture.UntilRunning("jobmanager-a-1");
        await UntilSlots(manager, 2);
        Assert.StartsWith("1.20.5", (string?)(await Overview(manager))!["flink-version"]);
        await fixture.RunFlink("taskmanager-a-2", "a", "taskmanager");
        await UntilSlots(manager, 4);
        await fixture.Client.Delete(ResourceTypes.Pods, fixture.World.Namespace, "taskmanager-a-1", new DeleteOptions { GracePeriodSeconds = 5 });
        await UntilSlots(manager, 2);
        await fixture.UntilGone("taskmanager-a-1");
    }

    [Fact]
    public async Task TaskManagers_follow_when_the_JobManager_is_restarted_or_replaced()
    {
        await Service("b");
        await fixture.RunFlink("jobmanager-b-1", "b", "jobmanager");
        await fixture.RunFlink("taskmanager-b-1", "b", "taskmanager");
        var manager = await fixture.UntilRunning("jobmanager-b-1");
        await UntilSlots(manager, 2);
        Assert.Equal(409, await fixture.Fault($"containers/{fixture.World.Namespace}/jobmanager-b-1/jobmanager/pause"));
        await fixture.Fault($"containers/{fixture.World.Namespace}/jobmanager-b-1/jobmanager/kill");
        await fixture.Until("jobmanager-b-1", pod => WorldFixture.ContainerOf(pod) is { RestartCount: 1, LastState.Terminated.ExitCode: 137 }, "restarted");
        await UntilSlots(manager, 2);
        await fixture.Client.Delete(ResourceTypes.Pods, fixture.World.Namespace, "jobmanager-b-1", new DeleteOptions { GracePeriodSeconds = 5 });
        await fixture.UntilGone("jobmanager-b-1");
        await fixture.RunFlink("jobmanager-b-2", "b", "jobmanager");
        var next = await fixture.UntilRunning("jobmanager-b-2");
        Assert.NotEqual(manager.Status.PodIP, next.Status.PodIP);
        await UntilSlots(next, 2);
    }

    [Fact]
    public async Task Arguments_that_name_no_role_are_refused_with_a_reason()
    {
        await fixture.Create(new V1Pod
        {
            Metadata = new V1ObjectMeta { Name = "odd" },
            Spec = new V1PodSpec { AutomountServiceAccountToken = false, Containers = [new V1Container { Name = "main", Image = "flink:2.3.0", Args = ["history-server"] }] },
        });
        var pod = await fixture.Until("odd", pod => WorldFixture.ContainerOf(pod)?.State?.Waiting?.Reason == "RunContainerError", "refused");
        Assert.Contains("'history-server'", WorldFixture.ContainerOf(pod)!.State.Waiting.Message);
    }
}
