using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.Api.Security.Tokens;
using Toolbox.Api.Tests.World;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests.Security;

/// <summary>The REST API with bearer tokens: Kubernetes' roles decide who may do what.</summary>
[Collection(nameof(ApiCollection))]
public sealed class TokenRestTests(ApiFixture api) : IAsyncLifetime
{
    ReviewServer _reviews = null!;
    KubernetesApiClient _client = null!;

    public async Task InitializeAsync()
    {
        _reviews = await ReviewServer.Start();
        _client = _reviews.Connect();
        _reviews.Users["token-of-the-viewer"] = "viewer";
        _reviews.Users["token-of-the-editor"] = "editor";
        foreach (var user in new[] { "viewer", "editor" })
            foreach (var verb in new[] { "list", "get" }) _reviews.Allowed[$"{user} {verb} flinkclusters"] = true;
        foreach (var right in new[] { "create flinkclusters", "patch flinkclusters", "patch flinkclusters/scale" }) _reviews.Allowed[$"editor {right}"] = true;
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _reviews.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_may_only_look_stops_nothing()
    {
        await using var stand = await Start(_client);
        Assert.Equal((401, "FAILURE"), await Ask(stand, HttpMethod.Get, "/clusters", null));
        Assert.Equal((401, "FAILURE"), await Ask(stand, HttpMethod.Get, "/clusters", "unknown"));
        Assert.Equal((200, "OK"), await Ask(stand, HttpMethod.Get, "/clusters", "token-of-the-viewer"));
        Assert.Equal((403, "FAILURE"), await Ask(stand, HttpMethod.Post, "/clusters/c", "token-of-the-viewer", Specs.Cluster));
        Assert.Equal((200, "OK"), await Ask(stand, HttpMethod.Post, "/clusters/c", "token-of-the-editor", Specs.Cluster));
        await stand.CachesFollow();
        Assert.Equal((403, "FAILURE"), await Ask(stand, HttpMethod.Put, "/clusters/c/stop", "token-of-the-viewer"));
        // Routing is not particular about upper and lower case; neither are the roles.
        Assert.Equal((403, "FAILURE"), await Ask(stand, HttpMethod.Put, "/Clusters/c/STOP", "token-of-the-viewer"));
        Assert.Null((await stand.Stored(FlinkResourceTypes.Clusters, "c")).Annotation("operator.nextbreakpoint.com/requested-action"));
        Assert.Equal((200, "OK"), await Ask(stand, HttpMethod.Put, "/clusters/c/stop", "token-of-the-editor"));
        Assert.Equal((403, "FAILURE"), await Ask(stand, HttpMethod.Delete, "/clusters/c", "token-of-the-editor"));
        Assert.Equal((404, "FAILURE"), await Ask(stand, HttpMethod.Get, "/nowhere", null));
    }

    [Fact]
    public async Task Nobody_gets_in_while_the_API_server_reviews_nothing()
    {
        _reviews.IsBroken = true;
        await using var stand = await Start(_client);
        Assert.Equal((503, "ERROR"), await Ask(stand, HttpMethod.Get, "/clusters", "token-of-the-viewer"));
    }

    [Fact]
    public async Task A_token_of_a_service_account_is_known_to_the_API_server()
    {
        await using var stand = await Start(api.Client);
        ApiFixture.Value(await api.Client.Create(ResourceTypes.ServiceAccounts, stand.Namespace, new V1ServiceAccount { Metadata = new V1ObjectMeta { Name = "robot" } }));
        var issued = ApiFixture.Value(await api.Client.CreateSubresource(
            ResourceTypes.ServiceAccounts, stand.Namespace, "robot", "token",
            new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "TokenRequest", ["spec"] = new JsonObject { ["expirationSeconds"] = 3600 } }));
        var code = (await Ask(stand, HttpMethod.Get, "/clusters", (string)issued["status"]!["token"]!)).Code;
        // The sandbox lets service accounts do everything, a real API server only what a role gives.
        Assert.Contains(code, new[] { 200, 403 });
        Assert.Equal(401, (await Ask(stand, HttpMethod.Get, "/clusters", "no-token")).Code);
    }

    [Fact]
    public async Task Every_route_has_its_right()
    {
        await using var stand = await Start(_client);
        foreach (var endpoint in stand.Server.Endpoints.Where(endpoint => endpoint.Contains("/api/v1/", StringComparison.Ordinal)))
        {
            var (method, template) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]["/api/v1".Length..]);
            var values = new Microsoft.AspNetCore.Routing.RouteValueDictionary { ["deployment"] = "d", ["cluster"] = "c", ["job"] = "j", ["taskmanager"] = "t" };
            var needed = RouteAccess.Of(method, template, values, "flink");
            Assert.True(needed is not null, $"{endpoint}: say in RouteAccess which right it needs");
            Assert.True(needed.Count > 0 || template == "/openapi.json", endpoint);
        }
    }

    [Theory]
    [InlineData("GET", "/deployments", "list flinkdeployments in namespace flink")]
    [InlineData("GET", "/clusters/{cluster}/jobs", "list flinkjobs in namespace flink")]
    [InlineData("GET", "/clusters/{cluster}/jobs/{job}/details", "get flinkjobs c-j in namespace flink")]
    [InlineData("GET", "/cluster/{cluster}/taskmanagers", "get flinkclusters c in namespace flink")]
    [InlineData("POST", "/deployments/{deployment}", "create flinkdeployments d in namespace flink")]
    [InlineData("PUT", "/clusters/{cluster}", "patch flinkclusters c in namespace flink")]
    [InlineData("PUT", "/clusters/{cluster}/jobs/{job}/stop", "patch flinkjobs c-j in namespace flink")]
    [InlineData("PUT", "/clusters/{cluster}/jobs/{job}/scale", "patch flinkjobs/scale c-j in namespace flink")]
    [InlineData("DELETE", "/clusters/{cluster}/jobs/{job}/savepoint", "patch flinkjobs c-j in namespace flink")]
    [InlineData("DELETE", "/clusters/{cluster}/jobs/{job}", "delete flinkjobs c-j in namespace flink")]
    public void A_route_needs_what_kubectl_would_need(string method, string template, string right)
    {
        var values = new Microsoft.AspNetCore.Routing.RouteValueDictionary { ["deployment"] = "d", ["cluster"] = "c", ["job"] = "j" };
        Assert.Equal(right, Assert.Single(RouteAccess.Of(method, template, values, "flink")!).ToString());
    }

    [Fact]
    public void A_path_that_nobody_thought_of_is_for_nobody() =>
        Assert.Null(RouteAccess.Of("GET", "/secrets/{cluster}", [], "flink"));

    Task<RestStand> Start(KubernetesApiClient reviews) =>
        RestStand.Start(api, options => options with { Access = new TokenAccess(reviews, TimeProvider.System) });

    static async Task<(int Code, string Status)> Ask(RestStand stand, HttpMethod method, string path, string? token, string? body = null)
    {
        using var request = new HttpRequestMessage(method, RestStand.Absolute(path));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await stand.Http.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(response.StatusCode == System.Net.HttpStatusCode.Unauthorized, response.Headers.WwwAuthenticate.Count == 1);
        return ((int)response.StatusCode, (string)answer["status"]!);
    }
}
