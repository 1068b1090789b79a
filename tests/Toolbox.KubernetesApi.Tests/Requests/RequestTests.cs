using System.Text.Json.Nodes;
using k8s.Models;

namespace Toolbox.KubernetesApi.Tests.Requests;

/// <summary>What goes over the wire for each call.</summary>
public sealed class RequestTests
{
    const string Stored = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"one","namespace":"n","resourceVersion":"7"}}""";
    static readonly ResourceType<JsonObject> Widgets = ResourceTypes.Json("example.test", "v1", "widgets", "Widget");

    static V1ConfigMap Map => new() { Metadata = new V1ObjectMeta { Name = "one" }, Data = new Dictionary<string, string> { ["a"] = "b" } };

    static async Task<SeenRequest> Seen<T>(Func<KubernetesApiClient, Task<Answer<T>>> call, string body = Stored)
    {
        await using var server = StubServer.Always(200, body);
        using var client = KubernetesApiClient.Connect(server.Connection);
        var answer = await call(client);
        Assert.True(answer.IsOk(out _), answer.Describe());
        return server.Requests.Single();
    }

    [Fact]
    public async Task Objects_are_read_at_their_address_with_our_name_and_token()
    {
        var seen = await Seen(client => client.Get(ResourceTypes.ConfigMaps, "n", "one"));
        Assert.Equal(("GET", "/api/v1/namespaces/n/configmaps/one", "Bearer secret"), (seen.Method, seen.Address, seen.Authorization));
        Assert.Matches(@"^flinkctl/\d+\.\d+\.\d+$", seen.UserAgent);
    }

    [Fact]
    public async Task Groups_cluster_scope_and_subresources_have_their_places()
    {
        Assert.Equal("/apis/example.test/v1/namespaces/n/widgets/w/scale", (await Seen(client => client.GetSubresource(Widgets, "n", "w", "scale"))).Address);
        Assert.Equal("/api/v1/namespaces/n", (await Seen(client => client.Get(ResourceTypes.Namespaces, null, "n"))).Address);
        Assert.Equal("/apis/example.test/v1/widgets", (await Seen(client => client.List(Widgets, null), """{"items":[]}""")).Address);
    }

    [Fact]
    public async Task Lists_are_narrowed_and_paged()
    {
        var options = new ListOptions { LabelSelector = "a=b,c in (d)", FieldSelector = "metadata.name=x", Limit = 5, Continue = "t", ResourceVersion = "0" };
        var seen = await Seen(client => client.List(ResourceTypes.Pods, "n", options), """{"metadata":{"resourceVersion":"9"},"items":null}""");
        Assert.Equal(
            "/api/v1/namespaces/n/pods?labelSelector=a%3Db%2Cc%20in%20%28d%29&fieldSelector=metadata.name%3Dx&limit=5&continue=t&resourceVersion=0", seen.Address);
    }

    [Fact]
    public async Task A_created_object_names_its_kind_and_leaves_out_what_is_absent()
    {
        var seen = await Seen(client => client.Create(ResourceTypes.ConfigMaps, "n", Map, new WriteOptions { FieldManager = "me", DryRun = true, FieldValidation = "Strict" }));
        Assert.Equal(("POST", "/api/v1/namespaces/n/configmaps?fieldManager=me&dryRun=All&fieldValidation=Strict"), (seen.Method, seen.Address));
        var expected = JsonNode.Parse("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"one"},"data":{"a":"b"}}""");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(seen.Body)), seen.Body);
    }

    [Fact]
    public async Task Replacing_puts_the_object_at_its_own_name()
    {
        Assert.Equal("PUT /api/v1/namespaces/n/configmaps/one", Line(await Seen(client => client.Replace(ResourceTypes.ConfigMaps, "n", Map))));
        Assert.Equal("PUT /api/v1/namespaces/n/configmaps/one/status", Line(await Seen(client => client.ReplaceStatus(ResourceTypes.ConfigMaps, "n", Map))));
    }

    [Fact]
    public async Task An_apply_says_whether_it_takes_over()
    {
        var options = new WriteOptions { FieldManager = "me" };
        var seen = await Seen(client => client.Apply(ResourceTypes.ConfigMaps, "n", "one", Map, options));
        Assert.Equal("PATCH /api/v1/namespaces/n/configmaps/one?fieldManager=me&force=false", Line(seen));
        Assert.Equal("application/apply-patch+yaml", seen.ContentType);
        seen = await Seen(client => client.Apply(Widgets, "n", "w", (JsonNode)new JsonObject { ["kind"] = "Widget" }, options with { Force = true, Subresource = "status" }));
        Assert.Equal(("PATCH /apis/example.test/v1/namespaces/n/widgets/w/status?fieldManager=me&force=true", """{"kind":"Widget"}"""), (Line(seen), seen.Body));
    }

    [Fact]
    public async Task Each_patch_has_its_media_type()
    {
        var patch = new JsonObject { ["data"] = null };
        Assert.Equal("application/merge-patch+json", (await Seen(client => client.MergePatch(ResourceTypes.ConfigMaps, "n", "one", patch))).ContentType);
        Assert.Equal("application/strategic-merge-patch+json", (await Seen(client => client.StrategicPatch(ResourceTypes.ConfigMaps, "n", "one", patch))).ContentType);
        var seen = await Seen(client => client.JsonPatch(ResourceTypes.ConfigMaps, "n", "one", [], new WriteOptions { Subresource = "status" }));
        Assert.Equal(("application/json-patch+json", "PATCH /api/v1/namespaces/n/configmaps/one/status", "[]"), (seen.ContentType, Line(seen), seen.Body));
    }

    [Fact]
    public async Task A_deletion_carries_its_conditions()
    {
        var options = new DeleteOptions { Uid = "u", ResourceVersion = "3", PropagationPolicy = "Foreground", GracePeriodSeconds = 0, DryRun = true };
        var seen = await Seen(client => client.Delete(ResourceTypes.ConfigMaps, "n", "one", options));
        var expected = """
            {"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":"u","resourceVersion":"3"},"propagationPolicy":"Foreground","gracePeriodSeconds":0,"dryRun":["All"]}
            """;
        Assert.Equal(("DELETE /api/v1/namespaces/n/configmaps/one", expected.Trim()), (Line(seen), seen.Body));
        seen = await Seen(client => client.DeleteCollection(ResourceTypes.ConfigMaps, "n", new ListOptions { LabelSelector = "a" }), """{"items":[]}""");
        Assert.Equal(("DELETE /api/v1/namespaces/n/configmaps?labelSelector=a", ""), (Line(seen), seen.Body));
    }

    [Fact]
    public async Task A_deletion_tells_whether_the_object_stays()
    {
        async Task<Deletion> Deleted(string body)
        {
            await using var server = StubServer.Always(200, body);
            using var client = KubernetesApiClient.Connect(server.Connection);
            return ((Answer<Deletion>.Ok)await client.Delete(ResourceTypes.ConfigMaps, "n", "one")).Value;
        }

        Assert.Equal(new Deletion("u", false), await Deleted("""{"kind":"Status","status":"Success","details":{"uid":"u"}}"""));
        Assert.Equal(new Deletion("u", true), await Deleted("""{"kind":"Pod","metadata":{"uid":"u","deletionTimestamp":"2026-01-01T00:00:00Z"}}"""));
    }

    [Fact]
    public async Task The_version_and_any_document_can_be_read()
    {
        await using var server = StubServer.Always(200, """{"major":"1","minor":"36","gitVersion":"v1.36.2","platform":"linux/amd64"}""");
        using var client = KubernetesApiClient.Connect(server.Connection);
        Assert.Equal(new Answer<ServerVersion>.Ok(new ServerVersion("1", "36", "v1.36.2", "linux/amd64")), await client.Version());
        Assert.True((await client.GetDocument("/openapi/v3")).IsOk(out var document));
        Assert.Equal("36", (string?)document["minor"]);
        Assert.Equal(["/version", "/openapi/v3"], server.Requests.Select(request => request.Address));
    }

    [Fact]
    public async Task A_server_below_a_path_keeps_its_path()
    {
        await using var server = StubServer.Always(200, Stored);
        using var client = KubernetesApiClient.Connect(new ApiConnection(new Uri(server.Address, "k8s/clusters/c/")));
        await client.Get(ResourceTypes.ConfigMaps, "n", "one");
        Assert.Equal("/k8s/clusters/c/api/v1/namespaces/n/configmaps/one", server.Requests.Single().Address);
    }

    [Fact]
    public async Task A_log_is_a_stream_of_text()
    {
        await using var server = StubServer.Always(200, "line one\nline two\n");
        using var client = KubernetesApiClient.Connect(server.Connection);
        var options = new LogOptions { Container = "main", Follow = true, Previous = true, TailLines = 3, SinceSeconds = 9, Timestamps = true, LimitBytes = 5 };
        Assert.True((await client.Logs("n", "pod", options)).IsOk(out var log));
        using var reader = new StreamReader(log);
        Assert.Equal("line one\nline two\n", await reader.ReadToEndAsync());
        Assert.Equal(
            "/api/v1/namespaces/n/pods/pod/log?container=main&follow=true&previous=true&tailLines=3&sinceSeconds=9&timestamps=true&limitBytes=5",
            server.Requests.Single().Address);
    }

    [Fact]
    public async Task A_log_that_is_refused_says_why()
    {
        await using var server = StubServer.Always(400, """{"kind":"Status","message":"container \"main\" is waiting to start"}""");
        using var client = KubernetesApiClient.Connect(server.Connection);
        Assert.Equal(new Answer<Stream>.Rejected(400, "container \"main\" is waiting to start"), await client.Logs("n", "pod"));
    }

    [Fact]
    public async Task Requests_that_can_never_be_right_throw()
    {
        using var client = KubernetesApiClient.Connect(new ApiConnection(new Uri("http://127.0.0.1:9")));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Get(ResourceTypes.Pods, null, "p"));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Get(ResourceTypes.Namespaces, "n", "n"));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Get(ResourceTypes.Pods, "n", ""));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Apply(ResourceTypes.ConfigMaps, "n", "one", Map, new WriteOptions()));
    }

    static string Line(SeenRequest seen) => $"{seen.Method} {seen.Address}";
}
