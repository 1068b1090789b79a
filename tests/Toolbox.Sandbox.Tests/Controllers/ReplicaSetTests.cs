using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Tests.Controllers;

[Collection(nameof(ControlledCluster))]
public sealed class ReplicaSetTests(ControlledCluster cluster)
{
    static string Set(string name, int replicas) => $$"""
        {"metadata":{"name":"{{name}}"},"spec":{"replicas":{{replicas}},"selector":{"matchLabels":{"app":"{{name}}"} },"template":{{Templates.Pod(name)}} } }
        """;

    [Fact]
    public async Task Pods_that_do_not_work_go_first()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.ReplicaSets, Set("rs", 3));
        var pods = await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 3);
        await place.Run(pods[1]);
        await place.Eventually(Kinds.ReplicaSets, "rs", set => set.NumberAt("status", "readyReplicas") == 1);
        await place.Patch(Kinds.ReplicaSets, "rs", """{"spec":{"replicas":1}}""");
        var left = await place.EventuallyAll(Kinds.Pods, left => left.Count == 1);
        Assert.Equal(pods[1].TextAt("metadata", "name"), left[0].TextAt("metadata", "name"));
    }

    [Fact]
    public async Task A_finished_pod_is_replaced_and_not_counted()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.ReplicaSets, Set("rs", 1));
        var pod = (await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1))[0];
        await place.Finish(pod, 1);
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 2);
        await place.Eventually(Kinds.ReplicaSets, "rs", set => set.NumberAt("status", "replicas") == 1 && set.NumberAt("status", "fullyLabeledReplicas") == 1);
    }

    [Fact]
    public async Task A_matching_pod_without_owner_is_adopted()
    {
        var place = await cluster.Namespace();
        // Its endpoint shows that the controllers know the pod; a set that came to them before it would create another one.
        await place.Create(Kinds.Services, """{"metadata":{"name":"svc"},"spec":{"selector":{"app":"rs"},"ports":[{"port":80}]}}""");
        await place.Run(await place.Create(Kinds.Pods, Templates.Pod("rs").Replace("\"labels\"", "\"name\":\"bare\",\"labels\"", StringComparison.Ordinal)));
        await place.EventuallyAll(Kinds.EndpointSlices, slices => slices.Any(slice => slice.ObjectsAt("endpoints").Any()));
        await place.Create(Kinds.ReplicaSets, Set("rs", 1));
        var pod = await place.Eventually(Kinds.Pods, "bare", pod => pod.ObjectsAt("metadata", "ownerReferences").Any());
        Assert.Equal("rs", pod.ObjectsAt("metadata", "ownerReferences").Single().TextAt("name"));
        await place.Eventually(Kinds.ReplicaSets, "rs", set => set.NumberAt("status", "replicas") == 1);
        Assert.Single(await place.List(Kinds.Pods));
    }

    [Fact]
    public async Task Pods_that_are_refused_show_in_the_status_and_come_when_the_reason_has_gone()
    {
        var place = await cluster.Namespace();
        var set = Set("rs", 1).Replace("\"restartPolicy\"", "\"serviceAccountName\":\"later\",\"restartPolicy\"", StringComparison.Ordinal);
        await place.Create(Kinds.ReplicaSets, set);
        await place.Eventually(Kinds.ReplicaSets, "rs", item =>
            item.ObjectsAt("status", "conditions").Any(condition => condition.TextAt("type") == "ReplicaFailure" && condition.TextAt("reason") == "FailedCreate"));
        await place.Create(Kinds.ServiceAccounts, """{"metadata":{"name":"later"}}""");
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1);
        await place.Eventually(Kinds.ReplicaSets, "rs", item => !item.ObjectsAt("status", "conditions").Any());
    }
}
