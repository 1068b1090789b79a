using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Tests.Controllers;

[Collection(nameof(ControlledCluster))]
public sealed class GarbageCollectionTests(ControlledCluster cluster)
{
    static string Owned(string name, JsonObject owner, bool blocks = true, string more = "") => $$"""
        {"metadata":{"name":"{{name}}",{{more}}"ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"{{owner.TextAt("metadata", "name")}}",
         "uid":"{{owner.TextAt("metadata", "uid")}}","blockOwnerDeletion":{{(blocks ? "true" : "false")}} }]} }
        """;

    static Task<JsonObject> Owner(ControlledNamespace place, string name = "owner") =>
        place.Create(Kinds.ConfigMaps, $$"""{"metadata":{"name":"{{name}}"} }""");

    [Fact]
    public async Task In_the_background_dependents_go_after_their_owner()
    {
        var place = await cluster.Namespace();
        var owner = await Owner(place);
        var child = await place.Create(Kinds.ConfigMaps, Owned("child", owner));
        await place.Create(Kinds.ConfigMaps, Owned("grandchild", child));
        await place.Delete(Kinds.ConfigMaps, "owner", "Background");
        await place.Eventually(Kinds.ConfigMaps, "child", item => item is null);
        await place.Eventually(Kinds.ConfigMaps, "grandchild", item => item is null);
    }

    [Fact]
    public async Task In_the_foreground_the_owner_waits_for_its_dependents()
    {
        var place = await cluster.Namespace();
        var owner = await Owner(place);
        await place.Create(Kinds.ConfigMaps, Owned("child", owner, more: "\"finalizers\":[\"example.test/hold\"],"));
        await place.Delete(Kinds.ConfigMaps, "owner", "Foreground");
        await place.Eventually(Kinds.ConfigMaps, "child", item => item.At("metadata", "deletionTimestamp") is not null);
        Assert.Equal(["foregroundDeletion"], (await place.Get(Kinds.ConfigMaps, "owner")).TextsAt("metadata", "finalizers"));
        await place.Patch(Kinds.ConfigMaps, "child", """{"metadata":{"finalizers":null}}""");
        await place.Eventually(Kinds.ConfigMaps, "owner", item => item is null);
    }

    [Fact]
    public async Task In_the_foreground_a_dependent_that_does_not_block_is_not_waited_for()
    {
        var place = await cluster.Namespace();
        var owner = await Owner(place);
        await place.Create(Kinds.ConfigMaps, Owned("child", owner, blocks: false, more: "\"finalizers\":[\"example.test/hold\"],"));
        await place.Delete(Kinds.ConfigMaps, "owner", "Foreground");
        await place.Eventually(Kinds.ConfigMaps, "owner", item => item is null);
        await place.Eventually(Kinds.ConfigMaps, "child", item => item.At("metadata", "deletionTimestamp") is not null);
        await place.Patch(Kinds.ConfigMaps, "child", """{"metadata":{"finalizers":null}}""");
    }

    [Fact]
    public async Task A_deployment_in_the_foreground_goes_last()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web", 2));
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 2);
        await place.Delete(Kinds.Deployments, "web", "Foreground");
        await place.Eventually(Kinds.Deployments, "web", item => item is null);
        Assert.Empty(await place.List(Kinds.ReplicaSets));
        Assert.Empty(await place.List(Kinds.Pods));
    }

    [Fact]
    public async Task Orphans_lose_the_reference_to_their_owner()
    {
        var place = await cluster.Namespace();
        var owner = await Owner(place);
        await place.Create(Kinds.ConfigMaps, Owned("child", owner));
        await place.Delete(Kinds.ConfigMaps, "owner", "Orphan");
        await place.Eventually(Kinds.ConfigMaps, "owner", item => item is null);
        Assert.Empty((await place.Get(Kinds.ConfigMaps, "child")).ObjectsAt("metadata", "ownerReferences"));
    }

    [Fact]
    public async Task One_owner_that_is_left_keeps_the_dependent()
    {
        var place = await cluster.Namespace();
        var (first, second) = (await Owner(place, "first"), await Owner(place, "second"));
        var child = JsonNode.Parse(Owned("child", first))!.AsObject();
        child.Child("metadata").AddTo("ownerReferences", JsonNode.Parse(Owned("x", second))!["metadata"]!["ownerReferences"]![0]!.DeepClone());
        await place.Create(Kinds.ConfigMaps, child.ToJsonString());
        await place.Delete(Kinds.ConfigMaps, "first");
        var kept = await place.Eventually(Kinds.ConfigMaps, "child", item => item.ObjectsAt("metadata", "ownerReferences").Count() == 1);
        Assert.Equal("second", kept.ObjectsAt("metadata", "ownerReferences").Single().TextAt("name"));
    }

    [Fact]
    public async Task A_dependent_of_an_owner_that_never_was_goes()
    {
        var place = await cluster.Namespace();
        var owner = await Owner(place);
        await place.Create(Kinds.ConfigMaps, Owned("child", owner).Replace(owner.TextAt("metadata", "uid")!, "11111111-2222-3333-4444-555555555555", StringComparison.Ordinal));
        await place.Eventually(Kinds.ConfigMaps, "child", item => item is null);
        Assert.NotNull(await place.Get(Kinds.ConfigMaps, "owner"));
    }

    [Fact]
    public async Task An_owner_in_another_namespace_counts_as_missing()
    {
        var (place, elsewhere) = (await cluster.Namespace(), await cluster.Namespace());
        var owner = await Owner(elsewhere);
        await place.Create(Kinds.ConfigMaps, Owned("child", owner));
        await place.Eventually(Kinds.ConfigMaps, "child", item => item is null);
        await place.EventuallyAll(Kinds.Events, events => events.Any(item => item.TextAt("reason") == "OwnerRefInvalidNamespace"));
        Assert.NotNull(await elsewhere.Get(Kinds.ConfigMaps, "owner"));
    }

    [Fact]
    public async Task An_owner_of_an_unknown_kind_decides_nothing()
    {
        var place = await cluster.Namespace();
        var owner = await Owner(place);
        var unknown = Owned("child", owner).Replace("\"kind\":\"ConfigMap\"", "\"kind\":\"Mystery\"", StringComparison.Ordinal)
            .Replace(owner.TextAt("metadata", "uid")!, "11111111-2222-3333-4444-555555555555", StringComparison.Ordinal);
        await place.Create(Kinds.ConfigMaps, unknown);
        // The collector has surely looked at the first once a second one, created later, is gone.
        await place.Create(Kinds.ConfigMaps, Owned("later", owner).Replace(owner.TextAt("metadata", "uid")!, "11111111-2222-3333-4444-666666666666", StringComparison.Ordinal));
        await place.Eventually(Kinds.ConfigMaps, "later", item => item is null);
        Assert.NotNull(await place.Get(Kinds.ConfigMaps, "child"));
    }

    [Fact]
    public async Task Custom_resources_own_and_go_with_their_definition()
    {
        var place = await cluster.Namespace();
        var group = $"{place.Name}.example.test";
        var gizmos = ResourceTypes.Json(group, "v1", "gizmos", "Gizmo");
        await place.Client.Create(Kinds.Definitions, null, JsonNode.Parse($$"""
            {"metadata":{"name":"gizmos.{{group}}"},"spec":{"group":"{{group}}","scope":"Namespaced","names":{"plural":"gizmos","kind":"Gizmo"},
             "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true} } }]} }
            """)!.AsObject());
        await place.Eventually(Kinds.Definitions, $"gizmos.{group}", item => item.ObjectsAt("status", "conditions")
            .Any(condition => condition.TextAt("type") == "Established" && condition.TextAt("status") == "True"));
        var owner = await place.Create(gizmos, """{"metadata":{"name":"one","finalizers":["example.test/hold"]}}""");
        await OwnedByGizmo("child", owner);
        await place.Create(gizmos, """{"metadata":{"name":"probe"}}""");
        await OwnedByGizmo("followed", (await place.Get(gizmos, "probe"))!);
        await place.Delete(gizmos, "probe");
        await place.Eventually(Kinds.ConfigMaps, "followed", item => item is null);
        await place.Delete(Kinds.Definitions, $"gizmos.{group}");
        await place.Eventually(gizmos, "one", item => item.At("metadata", "deletionTimestamp") is not null);
        Assert.NotNull(await place.Get(Kinds.ConfigMaps, "child"));
        await place.Patch(gizmos, "one", """{"metadata":{"finalizers":null}}""");
        await place.Eventually(Kinds.Definitions, $"gizmos.{group}", item => item is null);
        await place.Eventually(Kinds.ConfigMaps, "child", item => item is null);

        Task OwnedByGizmo(string name, JsonObject gizmo) => place.Create(Kinds.ConfigMaps, $$"""
            {"metadata":{"name":"{{name}}","ownerReferences":[{"apiVersion":"{{group}}/v1","kind":"Gizmo","name":"{{gizmo.TextAt("metadata", "name")}}","uid":"{{gizmo.TextAt("metadata", "uid")}}"}] } }
            """);
    }
}
