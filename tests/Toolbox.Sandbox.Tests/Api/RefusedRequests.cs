using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api;

namespace Toolbox.Sandbox.Tests.Api;

public sealed class RefusedRequests(ServerFixture server) : IClassFixture<ServerFixture>
{
    const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    [Fact]
    public async Task Malformed_json_is_a_bad_request()
    {
        var (code, body) = await server.SendAsync("POST", ConfigMaps, "{\"apiVersion\":");
        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains("json parse error: unexpected end of JSON input", Message(body));
    }

    [Fact]
    public async Task A_body_above_three_mebibytes_is_refused()
    {
        var (code, body) = await server.SendAsync("POST", ConfigMaps, new string(' ', 3 * 1024 * 1024 + 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, code);
        Assert.Contains("limit is 3145728", Message(body));
    }

    [Fact]
    public async Task An_unknown_media_type_is_refused_with_the_known_ones()
    {
        var (code, body) = await server.SendAsync("POST", ConfigMaps, "x", "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, code);
        Assert.Contains("application/json, application/yaml", Message(body));
    }

    [Theory]
    [InlineData("PUT", ConfigMaps)]
    [InlineData("POST", "/api/v1/configmaps")]
    [InlineData("DELETE", "/api/v1/namespaces")]
    public async Task A_verb_that_does_not_fit_the_url_is_not_allowed(string method, string path)
    {
        var (code, body) = await server.SendAsync(method, path, "{}");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, code);
        Assert.Equal("MethodNotAllowed", body!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_missing_object_names_the_resource()
    {
        var (code, body) = await server.SendAsync("GET", "/apis/apps/v1/namespaces/default/deployments/none");
        Assert.Equal(HttpStatusCode.NotFound, code);
        Assert.Equal("deployments.apps \"none\" not found", Message(body));
    }

    [Fact]
    public async Task A_wrong_token_is_unauthorized_and_no_token_is_anonymous()
    {
        using var client = ServerFixture.ClientOf(server.Server);
        using var anonymous = await client.GetAsync(ConfigMaps);
        Assert.Equal(HttpStatusCode.Forbidden, anonymous.StatusCode);
        Assert.Contains("system:anonymous", await anonymous.Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Authorization = new("Bearer", "wrong");
        using var wrong = await client.GetAsync(ConfigMaps);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var error = await Assert.ThrowsAsync<IOException>(() => ApiServer.StartAsync(new ApiServerOptions { Port = port }, CancellationToken.None));
        Assert.Contains($"port {port}", error.Message);
    }

    static string Message(JsonNode? body) => body!["message"]!.GetValue<string>();
}
