using k8s.Models;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Kubernetes.Tests.Execution;

[Collection(ApiCollection.Name)]
public sealed class OrphansTests(ApiFixture api)
{
    readonly KubernetesApiClient _client = api.Client;
    readonly KubernetesCommandExecutor _executor = new(api.Client);

    [Fact]
    public async Task Object_whose_owner_is_gone_is_removed()
    {
        var @namespace = await api.NewNamespace();
        var service = await Service(@namespace, "gone-uid");
        Assert.IsType<Outcome.Done>(await Remove(@namespace, service));
        Assert.IsType<Answer<V1Service>.NotFound>(await _client.Get(ResourceTypes.Services, @namespace, service.Name));
        Assert.IsType<Outcome.Done>(await Remove(@namespace, service));
    }

    [Fact]
    public async Task Object_whose_owner_exists_after_all_stays()
    {
        var @namespace = await api.NewNamespace();
        var cluster = await _client.Cluster(@namespace);
        var job = await _client.Job(@namespace);
        foreach (var owner in new[] { cluster, job })
        {
            var service = await Service(@namespace, owner.Resource.Uid);
            var refused = Assert.IsType<Outcome.Throttled>(await Remove(@namespace, service));
            Assert.Contains(owner.Resource.Name, refused.Reason, StringComparison.Ordinal);
            Assert.True((await _client.Get(ResourceTypes.Services, @namespace, service.Name)).IsOk(out _));
        }
    }

    [Fact]
    public async Task Another_object_of_that_name_stays()
    {
        var @namespace = await api.NewNamespace();
        var service = await Service(@namespace, "gone-uid");
        Assert.IsType<Outcome.Conflict>(await Remove(@namespace, service with { Uid = "another" }));
    }

    [Fact]
    public void Object_without_all_of_our_labels_is_not_ours()
    {
        var item = new V1Service { Metadata = Metadata("gone-uid") };
        Assert.Equal("gone-uid", OwnedReading.Observe(OwnedKind.Service, item).OwnerUid);
        item.Metadata.Labels.Remove(ObjectLabels.Role);
        Assert.Equal("", OwnedReading.Observe(OwnedKind.Service, item).OwnerUid);
        item.Metadata.Labels = null;
        Assert.Equal("", OwnedReading.Observe(OwnedKind.Service, item).OwnerUid);
    }

    [Fact]
    public void Controller_of_an_object_is_seen()
    {
        var item = new V1Pod { Metadata = Metadata("gone-uid") };
        item.Metadata.OwnerReferences = [new V1OwnerReference { Kind = "Job", ApiVersion = "batch/v1", Name = "job", Uid = "job-uid", Controller = true }];
        Assert.True(OwnedReading.Observe(OwnedKind.Pod, item).HasController);
    }

    static V1ObjectMeta Metadata(string owner) => new()
    {
        Name = $"service-{Guid.NewGuid().ToString("n")[..8]}",
        Labels = ObjectLabels.OfRole("cluster-1", ObjectRole.JobManager),
        Annotations = new Dictionary<string, string> { [ObjectAnnotations.OwnerUid] = owner },
    };

    async Task<OwnedObject> Service(string @namespace, string owner)
    {
        var service = new V1Service { Metadata = Metadata(owner), Spec = new V1ServiceSpec { Ports = [new V1ServicePort { Port = 8081 }] } };
        return OwnedReading.Observe(OwnedKind.Service, ApiFixture.Value(await _client.Create(ResourceTypes.Services, @namespace, service)));
    }

    Task<Outcome> Remove(string @namespace, OwnedObject item) => _executor.Execute(
        new Command.Kubernetes.DeleteOrphan(item.Kind, item.Name, item.Uid, item.OwnerUid),
        new ResourceContext(new FlinkResource { Metadata = new V1ObjectMeta { NamespaceProperty = @namespace } }, ""), CancellationToken.None);
}
