using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Tests.Controllers;

[Collection(nameof(ControlledCluster))]
public sealed class DeploymentTests(ControlledCluster cluster)
{
    static JsonObject? Condition(JsonObject? item, string type) =>
        item.ObjectsAt("status", "conditions").FirstOrDefault(condition => condition.TextAt("type") == type);

    static bool IsAvailable(JsonObject? item, int replicas, int generation) =>
        item.NumberAt("status", "availableReplicas") == replicas && item.NumberAt("status", "updatedReplicas") == replicas
        && item.NumberAt("status", "replicas") == replicas && item.NumberAt("status", "observedGeneration") == generation;

    static async Task RunAll(ControlledNamespace place, string app, int count)
    {
        var pods = await place.EventuallyAll(Kinds.Pods, pods => pods.Count == count, $"app={app}");
        foreach (var pod in pods) await place.Run(pod);
    }

    [Fact]
    public async Task A_deployment_gets_a_replica_set_and_pods_and_becomes_available()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web", 2));
        await RunAll(place, "web", 2);
        var deployment = await place.Eventually(Kinds.Deployments, "web", item => IsAvailable(item, 2, 1));
        Assert.Equal("1", deployment.TextAt("metadata", "annotations", "deployment.kubernetes.io/revision"));
        Assert.Equal("MinimumReplicasAvailable", Condition(deployment, "Available").TextAt("reason"));
        var set = Assert.Single(await place.List(Kinds.ReplicaSets));
        var hash = set.TextAt("metadata", "labels", "pod-template-hash");
        Assert.Equal($"web-{hash}", set.TextAt("metadata", "name"));
        Assert.Equal("2", set.TextAt("metadata", "annotations", "deployment.kubernetes.io/desired-replicas"));
        Assert.Equal("3", set.TextAt("metadata", "annotations", "deployment.kubernetes.io/max-replicas"));
        var done = await place.Eventually(Kinds.Deployments, "web", item => Condition(item, "Progressing").TextAt("reason") == "NewReplicaSetAvailable");
        Assert.Equal($"ReplicaSet \"web-{hash}\" has successfully progressed.", Condition(done, "Progressing").TextAt("message"));
        Assert.Equal(0, done.NumberAt("status", "terminatingReplicas"));
        await place.EventuallyEvent("ScalingReplicaSet", $"Scaled up replica set web-{hash} from 0 to 2");
        var pod = (await place.List(Kinds.Pods))[0];
        Assert.StartsWith($"web-{hash}-", pod.TextAt("metadata", "name"), StringComparison.Ordinal);
        Assert.Equal(hash, pod.TextAt("metadata", "labels", "pod-template-hash"));
        await place.EventuallyEvent("SuccessfulCreate", $"Created pod: {pod.TextAt("metadata", "name")}");
    }

    [Fact]
    public async Task Scaling_adds_and_removes_pods_of_the_same_set()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web"));
        await RunAll(place, "web", 1);
        await place.Eventually(Kinds.Deployments, "web", item => IsAvailable(item, 1, 1));
        await place.Patch(Kinds.Deployments, "web", """{"spec":{"replicas":3}}""");
        await RunAll(place, "web", 3);
        await place.Eventually(Kinds.Deployments, "web", item => IsAvailable(item, 3, 2));
        await place.Patch(Kinds.Deployments, "web", """{"spec":{"replicas":0}}""", "scale");
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 0);
        Assert.Single(await place.List(Kinds.ReplicaSets));
    }

    [Fact]
    public async Task A_new_template_rolls_and_keeps_the_old_set_at_zero()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web"));
        await RunAll(place, "web", 1);
        await place.Eventually(Kinds.Deployments, "web", item => IsAvailable(item, 1, 1));
        var old = (await place.List(Kinds.Pods))[0].TextAt("metadata", "name");
        await place.Patch(Kinds.Deployments, "web", $$"""{"spec":{"template":{{Templates.Pod("web", "example.test/app:2")}} } }""");
        var both = await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 2);
        await place.Run(both.Single(pod => pod.TextAt("metadata", "name") != old));
        var deployment = await place.Eventually(Kinds.Deployments, "web", item => IsAvailable(item, 1, 2));
        Assert.Equal("2", deployment.TextAt("metadata", "annotations", "deployment.kubernetes.io/revision"));
        Assert.Null(await place.Eventually(Kinds.Pods, old!, pod => pod is null));
        var sets = await place.List(Kinds.ReplicaSets);
        Assert.Equal([0L, 1L], sets.Select(set => set.NumberAt("spec", "replicas") ?? -1).Order());
        Assert.Equal(["1", "2"], sets.Select(set => set.TextAt("metadata", "annotations", "deployment.kubernetes.io/revision")).Order());
    }

    [Fact]
    public async Task Going_back_to_an_old_template_uses_its_set_again()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web", 0));
        await place.EventuallyAll(Kinds.ReplicaSets, sets => sets.Count == 1);
        await place.Patch(Kinds.Deployments, "web", $$"""{"spec":{"template":{{Templates.Pod("web", "example.test/app:2")}} } }""");
        await place.EventuallyAll(Kinds.ReplicaSets, sets => sets.Count == 2);
        await place.Patch(Kinds.Deployments, "web", $$"""{"spec":{"template":{{Templates.Pod("web")}} } }""");
        await place.Eventually(Kinds.Deployments, "web", item => item.TextAt("metadata", "annotations", "deployment.kubernetes.io/revision") == "3");
        Assert.Equal(2, (await place.List(Kinds.ReplicaSets)).Count);
    }

    [Fact]
    public async Task Recreate_creates_nothing_new_before_the_last_old_pod_is_gone()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web", 1, """{"type":"Recreate"}"""));
        var old = (await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1))[0].TextAt("metadata", "name")!;
        await place.Patch(Kinds.Pods, old, """{"metadata":{"finalizers":["example.test/hold"]}}""");
        await place.Patch(Kinds.Deployments, "web", $$"""{"spec":{"template":{{Templates.Pod("web", "example.test/app:2")}} } }""");
        await place.Eventually(Kinds.Pods, old, pod => pod.At("metadata", "deletionTimestamp") is not null);
        await place.Eventually(Kinds.Deployments, "web", item => item.NumberAt("status", "observedGeneration") == 2);
        Assert.Single(await place.List(Kinds.ReplicaSets));
        Assert.Single(await place.List(Kinds.Pods));
        await place.Patch(Kinds.Pods, old, """{"metadata":{"finalizers":null}}""");
        var pods = await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1 && pods[0].TextAt("metadata", "name") != old);
        Assert.Equal("example.test/app:2", pods[0].ObjectsAt("spec", "containers").Single().TextAt("image"));
    }

    [Fact]
    public async Task A_deployment_that_does_not_progress_says_so()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web", more: "\"progressDeadlineSeconds\":1,"));
        var stuck = await place.Eventually(Kinds.Deployments, "web", item => Condition(item, "Progressing").TextAt("reason") == "ProgressDeadlineExceeded");
        Assert.Equal("False", Condition(stuck, "Progressing").TextAt("status"));
        Assert.Equal("MinimumReplicasUnavailable", Condition(stuck, "Available").TextAt("reason"));
    }

    [Fact]
    public async Task A_paused_deployment_scales_but_does_not_roll()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web"));
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1);
        await place.Patch(Kinds.Deployments, "web", $$"""{"spec":{"paused":true,"replicas":2,"template":{{Templates.Pod("web", "example.test/app:2")}} } }""");
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 2);
        await place.Eventually(Kinds.Deployments, "web", item => Condition(item, "Progressing").TextAt("reason") == "DeploymentPaused");
        Assert.Single(await place.List(Kinds.ReplicaSets));
    }

    [Fact]
    public async Task Old_sets_beyond_the_history_limit_are_removed()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web", 0, more: "\"revisionHistoryLimit\":1,"));
        for (var version = 2; version <= 4; version++)
        {
            await place.Patch(Kinds.Deployments, "web", $$"""{"spec":{"template":{{Templates.Pod("web", $"example.test/app:{version}")}} } }""");
            await place.Eventually(Kinds.Deployments, "web", item => item.NumberAt("status", "observedGeneration") == version);
        }
        await place.EventuallyAll(Kinds.ReplicaSets, sets =>
            sets.Count == 2 && sets.All(set => set.ObjectsAt("spec", "template", "spec", "containers").Single().TextAt("image") is "example.test/app:3" or "example.test/app:4"));
    }

    [Fact]
    public async Task A_deleted_pod_is_replaced()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web"));
        var first = (await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1))[0];
        await place.Delete(Kinds.Pods, first.TextAt("metadata", "name")!);
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1 && pods[0].TextAt("metadata", "uid") != first.TextAt("metadata", "uid"));
    }
}
