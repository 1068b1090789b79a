using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api;

namespace Toolbox.Sandbox.Tests.Api;

public sealed class KeptObjects : IDisposable
{
    const string Path = "/api/v1/namespaces/default/configmaps";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("toolbox-api");

    [Fact]
    public async Task Objects_of_a_data_directory_are_there_after_a_restart()
    {
        await using (var server = await StartAsync())
        {
            using var client = Client(server);
            (await client.PostAsync(Path, Json("""{"metadata":{"name":"kept"},"data":{"a":"1"}}"""))).EnsureSuccessStatusCode();
            (await client.PostAsync(Path, Json("""{"metadata":{"name":"gone"}}"""))).EnsureSuccessStatusCode();
            (await client.DeleteAsync($"{Path}/gone")).EnsureSuccessStatusCode();
            (await client.PostAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Json(Definition))).EnsureSuccessStatusCode();
            (await client.PostAsync("/apis/example.toolbox.dev/v1/namespaces/default/things",
                Json("""{"apiVersion":"example.toolbox.dev/v1","kind":"Thing","metadata":{"name":"kept"},"spec":{"a":"b"}}"""))).EnsureSuccessStatusCode();
        }
        File.AppendAllText(System.IO.Path.Combine(_folder.FullName, "objects.jsonl"), "{\"version\":99,\"coll");

        await using var again = await StartAsync();
        using var second = Client(again);
        var kept = JsonNode.Parse(await second.GetStringAsync($"{Path}/kept"))!;
        Assert.Equal("1", kept["data"]!["a"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync($"{Path}/gone")).StatusCode);
        Assert.Contains("\"a\":\"b\"", await second.GetStringAsync("/apis/example.toolbox.dev/v1/namespaces/default/things/kept"));
        var created = await second.PostAsync(Path, Json("""{"metadata":{"name":"later"}}"""));
        var version = JsonNode.Parse(await created.Content.ReadAsStringAsync())!["metadata"]!["resourceVersion"]!.GetValue<string>();
        Assert.True(long.Parse(version) > long.Parse(kept["metadata"]!["resourceVersion"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_kubeconfig_still_works_after_a_restart_on_the_same_port()
    {
        string kubeconfig, authority;
        int port;
        await using (var server = await StartAsync())
            (kubeconfig, authority, port) = (server.Kubeconfig("default"), server.CertificateAuthorityPem, server.Url.Port);
        await using var again = await ApiServer.StartAsync(new ApiServerOptions { DataDirectory = _folder.FullName, Port = port }, CancellationToken.None);
        Assert.Equal(kubeconfig, again.Kubeconfig("default"));
        Assert.Equal(authority, again.CertificateAuthorityPem);
        using var client = Client(again);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Path)).StatusCode);
        foreach (var secret in new[] { "token", "authority.pem" })
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(System.IO.Path.Combine(_folder.FullName, secret)));
    }

    [Fact]
    public async Task An_authority_that_cannot_be_used_is_named()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder.FullName, "authority.pem"), "nonsense");
        var refused = await Assert.ThrowsAsync<IOException>(StartAsync);
        Assert.Contains("authority.pem holds no certificate", refused.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    const string Definition = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"things.example.toolbox.dev"},
         "spec":{"group":"example.toolbox.dev","scope":"Namespaced","names":{"plural":"things","kind":"Thing"},
          "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """;

    Task<ApiServer> StartAsync() => ApiServer.StartAsync(new ApiServerOptions { DataDirectory = _folder.FullName }, CancellationToken.None);

    static HttpClient Client(ApiServer server)
    {
        var client = ServerFixture.ClientOf(server);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.BearerToken);
        return client;
    }

    static StringContent Json(string text) => new(text, MediaTypeHeaderValue.Parse("application/json"));
}
