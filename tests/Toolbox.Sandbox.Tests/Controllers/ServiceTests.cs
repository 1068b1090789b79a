using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Tests.Controllers;

[Collection(nameof(ControlledCluster))]
public sealed class ServiceTests(ControlledCluster cluster)
{
    static string Service(string name, string more = "") => $$"""
        {"metadata":{"name":"{{name}}"},"spec":{{{more}}"selector":{"app":"web"},"ports":[{"name":"http","port":80,"targetPort":"web"}]} }
        """;

    static string Pod(string name) => Templates.Pod("web").Replace("\"labels\"", $"\"name\":\"{name}\",\"labels\"", StringComparison.Ordinal);

    static Task<IReadOnlyList<JsonObject>> Slices(ControlledNamespace place, Func<IReadOnlyList<JsonObject>, bool> condition) =>
        place.EventuallyAll(Kinds.EndpointSlices, condition, "kubernetes.io/service-name=svc");

    [Fact]
    public async Task Ready_and_unready_pods_are_told_apart_in_slices_and_endpoints()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Services, Service("svc"));
        await place.Run(await place.Create(Kinds.Pods, Pod("early")), "10.1.0.1");
        await place.Run(await place.Create(Kinds.Pods, Pod("late")), "10.1.0.2", ready: false);
        var slice = (await Slices(place, slices => slices.Count == 1 && slices[0].ObjectsAt("endpoints").Count() == 2)).Single();
        Assert.Equal("endpointslice-controller.k8s.io", slice.TextAt("metadata", "labels", "endpointslice.kubernetes.io/managed-by"));
        Assert.Equal(
            [("10.1.0.1", true), ("10.1.0.2", false)],
            slice.ObjectsAt("endpoints").Select(item => (item.TextsAt("addresses").Single(), item.FlagAt("conditions", "ready") == true)).Order());
        Assert.Equal(("http", 8080L), slice.ObjectsAt("ports").Select(port => (port.TextAt("name"), port.NumberAt("port"))).Single());
        var endpoints = await place.Eventually(Kinds.Endpoints, "svc", item =>
            item.ObjectsAt("subsets").Any(subset => subset.ObjectsAt("addresses").Any() && subset.ObjectsAt("notReadyAddresses").Any()));
        var subset = endpoints.ObjectsAt("subsets").Single();
        Assert.Equal("10.1.0.1", subset.ObjectsAt("addresses").Single().TextAt("ip"));
        Assert.Equal("late", subset.ObjectsAt("notReadyAddresses").Single().TextAt("targetRef", "name"));
        Assert.Equal(8080, subset.ObjectsAt("ports").Single().NumberAt("port"));
    }

    [Fact]
    public async Task A_pod_that_goes_leaves_an_empty_slice()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Services, Service("svc", "\"clusterIP\":\"None\","));
        await place.Run(await place.Create(Kinds.Pods, Pod("one")));
        var slice = (await Slices(place, slices => slices.Count == 1 && slices[0].ObjectsAt("endpoints").Any())).Single();
        Assert.Equal("", slice.TextAt("metadata", "labels", "service.kubernetes.io/headless"));
        await place.Delete(Kinds.Pods, "one");
        await Slices(place, slices => slices.Count == 1 && !slices[0].ObjectsAt("endpoints").Any());
        await place.Eventually(Kinds.Endpoints, "svc", item => item is not null && !item.ObjectsAt("subsets").Any());
    }

    [Fact]
    public async Task Unready_pods_are_published_where_the_service_asks_for_it()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Services, Service("svc", "\"publishNotReadyAddresses\":true,"));
        await place.Run(await place.Create(Kinds.Pods, Pod("one")), ready: false);
        var slice = (await Slices(place, slices => slices.Count == 1 && slices[0].ObjectsAt("endpoints").Any())).Single();
        Assert.Equal((true, false), (
            slice.ObjectsAt("endpoints").Single().FlagAt("conditions", "ready"), slice.ObjectsAt("endpoints").Single().FlagAt("conditions", "serving")));
        await place.Eventually(Kinds.Endpoints, "svc", item => item.ObjectsAt("subsets").Any(subset => subset.ObjectsAt("addresses").Any()));
    }

    [Fact]
    public async Task Slices_and_endpoints_go_with_their_service()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Services, Service("svc"));
        await Slices(place, slices => slices.Count == 1);
        await place.Eventually(Kinds.Endpoints, "svc", item => item is not null);
        await place.Delete(Kinds.Services, "svc");
        await Slices(place, slices => slices.Count == 0);
        await place.Eventually(Kinds.Endpoints, "svc", item => item is null);
    }
}
