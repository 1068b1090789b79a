using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Tests.Controllers;

[Collection(nameof(ControlledCluster))]
public sealed class NamespaceTests(ControlledCluster cluster)
{
    [Fact]
    public async Task A_namespace_gets_its_service_account_and_certificate_and_gets_them_back()
    {
        var place = await cluster.Namespace();
        var map = await place.Eventually(Kinds.ConfigMaps, "kube-root-ca.crt", item => item is not null);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", map.TextAt("data", "ca.crt"), StringComparison.Ordinal);
        await place.Delete(Kinds.ServiceAccounts, "default");
        await place.Delete(Kinds.ConfigMaps, "kube-root-ca.crt");
        await place.Eventually(Kinds.ServiceAccounts, "default", item => item is not null);
        await place.Eventually(Kinds.ConfigMaps, "kube-root-ca.crt", item => item is not null);
    }

    [Fact]
    public async Task A_deleted_namespace_goes_with_all_that_it_holds()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Templates.Deployment("web"));
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1);
        await place.Delete(Kinds.Namespaces, place.Name);
        await place.Eventually(Kinds.Namespaces, place.Name, item => item is null);
        Assert.Empty(await place.List(Kinds.Pods));
        Assert.Empty(await place.List(Kinds.Deployments));
    }

    [Fact]
    public async Task A_finalizer_holds_the_namespace_and_shows_in_its_conditions()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.ConfigMaps, """{"metadata":{"name":"held","finalizers":["example.test/hold"]}}""");
        await place.Delete(Kinds.Namespaces, place.Name);
        var waiting = await place.Eventually(Kinds.Namespaces, place.Name, item =>
            item.ObjectsAt("status", "conditions").Any(condition => condition.TextAt("type") == "NamespaceFinalizersRemaining" && condition.TextAt("status") == "True"));
        Assert.Equal("Terminating", waiting.TextAt("status", "phase"));
        Assert.Contains("example.test/hold in 1 resource instances", waiting.ObjectsAt("status", "conditions").Last().TextAt("message"), StringComparison.Ordinal);
        await place.Patch(Kinds.ConfigMaps, "held", """{"metadata":{"finalizers":null}}""");
        await place.Eventually(Kinds.Namespaces, place.Name, item => item is null);
    }
}
