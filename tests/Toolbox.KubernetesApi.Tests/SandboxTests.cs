using System.Text.Json.Nodes;
using k8s.Models;

namespace Toolbox.KubernetesApi.Tests;

/// <summary>Client and cache against the sandbox's API server, or the cluster that TOOLBOX_KUBECONFIG names.</summary>
public sealed class SandboxTests(TestCluster cluster) : IClassFixture<TestCluster>
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    static readonly WriteOptions Me = new() { FieldManager = "tests" };
    readonly string _label = $"t{Guid.NewGuid():n}";

    V1ConfigMap Map(string name, string value = "1") => new()
    {
        Metadata = new V1ObjectMeta { Name = $"{_label}-{name}", Labels = new Dictionary<string, string> { ["test"] = _label } },
        Data = new Dictionary<string, string> { ["value"] = value },
    };

    async Task<V1ConfigMap> Create(string name, string value = "1") =>
        Value(await cluster.Client.Create(ResourceTypes.ConfigMaps, "default", Map(name, value)));

    static T Value<T>(Answer<T> answer)
    {
        Assert.True(answer.IsOk(out var value), answer.Describe());
        return value!;
    }

    [Fact]
    public async Task The_server_tells_its_version() =>
        Assert.StartsWith("v1.", Value(await cluster.Client.Version()).GitVersion, StringComparison.Ordinal);

    [Fact]
    public async Task A_server_of_another_authority_is_not_trusted()
    {
        await using var other = await Sandbox.Api.ApiServer.StartAsync(new Sandbox.Api.ApiServerOptions(), CancellationToken.None);
        using var client = KubernetesApiClient.Connect(cluster.Connection with { Server = other.Url, SkipTlsVerification = false });
        var unreachable = Assert.IsType<Answer<ServerVersion>.Unreachable>(await client.Version());
        Assert.Contains("certificate", unreachable.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Objects_are_created_read_replaced_and_deleted()
    {
        var created = await Create("one");
        var name = created.Metadata.Name;
        Assert.IsType<Answer<V1ConfigMap>.AlreadyExists>(await cluster.Client.Create(ResourceTypes.ConfigMaps, "default", Map("one")));
        var replaced = Value(await cluster.Client.Replace(ResourceTypes.ConfigMaps, "default", created with { Data = new Dictionary<string, string> { ["value"] = "2" } }));
        Assert.IsType<Answer<V1ConfigMap>.Conflict>(await cluster.Client.Replace(ResourceTypes.ConfigMaps, "default", created with { Data = null }));
        Assert.Equal("2", Value(await cluster.Client.Get(ResourceTypes.ConfigMaps, "default", name)).Data["value"]);
        Assert.IsType<Answer<Deletion>.Conflict>(await cluster.Client.Delete(ResourceTypes.ConfigMaps, "default", name, new DeleteOptions { Uid = Guid.NewGuid().ToString() }));
        var options = new DeleteOptions { Uid = created.Metadata.Uid, ResourceVersion = replaced.Metadata.ResourceVersion };
        Assert.Equal(new Deletion(created.Metadata.Uid, false), Value(await cluster.Client.Delete(ResourceTypes.ConfigMaps, "default", name, options)));
        Assert.IsType<Answer<V1ConfigMap>.NotFound>(await cluster.Client.Get(ResourceTypes.ConfigMaps, "default", name));
        Assert.IsType<Answer<Deletion>.NotFound>(await cluster.Client.Delete(ResourceTypes.ConfigMaps, "default", name));
    }

    [Fact]
    public async Task Every_kind_of_patch_and_an_apply_are_understood()
    {
        var name = (await Create("patched")).Metadata.Name;
        var client = cluster.Client;
        Value(await client.MergePatch(ResourceTypes.ConfigMaps, "default", name, JsonNode.Parse("""{"data":{"merge":"1","value":null}}""")!, Me));
        Value(await client.StrategicPatch(ResourceTypes.ConfigMaps, "default", name, JsonNode.Parse("""{"data":{"strategic":"1"}}""")!, Me));
        Value(await client.JsonPatch(ResourceTypes.ConfigMaps, "default", name, [JsonNode.Parse("""{"op":"add","path":"/data/json","value":"1"}""")], Me));
        var applied = Value(await client.Apply(
            ResourceTypes.ConfigMaps, "default", name,
            JsonNode.Parse($$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{name}}"},"data":{"apply":"1"} }""")!, new WriteOptions { FieldManager = "applier" }));
        Assert.Equal(["apply", "json", "merge", "strategic"], applied.Data.Keys.Order());
        var conflict = await client.Apply(ResourceTypes.ConfigMaps, "default", name, Map("patched") with { Data = new Dictionary<string, string> { ["merge"] = "2" } }, new WriteOptions { FieldManager = "applier" });
        Assert.IsType<Answer<V1ConfigMap>.Conflict>(conflict);
        var forced = Value(await client.Apply(ResourceTypes.ConfigMaps, "default", name, Map("patched") with { Data = new Dictionary<string, string> { ["merge"] = "2" } }, new WriteOptions { FieldManager = "applier", Force = true }));
        Assert.Equal(["json", "merge", "strategic"], forced.Data.Keys.Order());
    }

    [Fact]
    public async Task An_object_that_breaks_rules_is_refused_field_by_field()
    {
        var refused = await cluster.Client.Create(ResourceTypes.ConfigMaps, "default", new V1ConfigMap { Metadata = new V1ObjectMeta { Name = "Not A Name" } });
        var invalid = Assert.IsType<Answer<V1ConfigMap>.Invalid>(refused);
        Assert.Equal("metadata.name", Assert.Single(invalid.Causes).Field);
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        Value(await cluster.Client.Create(ResourceTypes.ConfigMaps, "default", Map("dry"), new WriteOptions { DryRun = true }));
        Assert.IsType<Answer<V1ConfigMap>.NotFound>(await cluster.Client.Get(ResourceTypes.ConfigMaps, "default", $"{_label}-dry"));
    }

    [Fact]
    public async Task Collections_are_paged_selected_and_deleted()
    {
        for (var index = 0; index < 5; index++) await Create($"{index}");
        var mine = new ListOptions { LabelSelector = $"test={_label}", Limit = 2 };
        var page = Value(await cluster.Client.List(ResourceTypes.ConfigMaps, "default", mine));
        Assert.Equal(2, page.Items.Count);
        Assert.NotEqual("", page.Continue);
        Assert.Equal(5, Value(await cluster.Client.ListAll(ResourceTypes.ConfigMaps, "default", mine)).Items.Count);
        Value(await cluster.Client.DeleteCollection(ResourceTypes.ConfigMaps, "default", mine with { Limit = null }));
        Assert.Empty(Value(await cluster.Client.ListAll(ResourceTypes.ConfigMaps, "default", mine)).Items);
    }

    [Fact]
    public async Task A_lease_keeps_its_microseconds()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1234560);
        var lease = new V1Lease { Metadata = new V1ObjectMeta { Name = $"{_label}-lease" }, Spec = new V1LeaseSpec { RenewTime = time, HolderIdentity = "me" } };
        Value(await cluster.Client.Create(ResourceTypes.Leases, "default", lease));
        Assert.Equal(time, Value(await cluster.Client.Get(ResourceTypes.Leases, "default", $"{_label}-lease")).Spec.RenewTime);
    }

    [Fact]
    public async Task A_cache_follows_selects_and_takes_the_answers_of_writes()
    {
        var first = await Create("first");
        await using var cache = ResourceCache<V1ConfigMap>.Start(
            cluster.Client, ResourceTypes.ConfigMaps, new CacheOptions<V1ConfigMap> { Namespace = "default", LabelSelector = $"test={_label}" });
        await cache.WhenSynced.WaitAsync(Limit);
        Assert.Equal([first.Metadata.Name], cache.Items.Select(item => item.Metadata.Name));
        var second = await Create("second");
        await Eventually.Holds(() => cache.Get("default", second.Metadata.Name) is not null);
        var patched = Value(await cluster.Client.MergePatch(ResourceTypes.ConfigMaps, "default", first.Metadata.Name, JsonNode.Parse("""{"data":{"value":"9"}}""")!));
        cache.Offer(patched);
        Assert.Equal("9", cache.Get("default", first.Metadata.Name)!.Data["value"]);
        Value(await cluster.Client.MergePatch(ResourceTypes.ConfigMaps, "default", second.Metadata.Name, JsonNode.Parse("""{"metadata":{"labels":null}}""")!));
        await Eventually.Holds(() => cache.Get("default", second.Metadata.Name) is null);
        Value(await cluster.Client.Delete(ResourceTypes.ConfigMaps, "default", first.Metadata.Name));
        await Eventually.Holds(() => cache.Items.Count == 0);
        Assert.IsType<CacheState.Fresh>(cache.State);
    }
}
