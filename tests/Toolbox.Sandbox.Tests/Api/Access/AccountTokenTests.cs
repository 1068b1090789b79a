using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Toolbox.Sandbox.Api;

namespace Toolbox.Sandbox.Tests.Api.Access;

/// <summary>The life of a service account's token.</summary>
public sealed class AccountTokenTests : IDisposable
{
    const string Accounts = "/api/v1/namespaces/default/serviceaccounts", Who = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("toolbox-tokens");
    readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_token_outlives_the_server_and_ends_in_time()
    {
        string token;
        await using (var server = await StartAsync())
        {
            using var client = ClientOf(server, server.BearerToken);
            await Post(client, Accounts, """{"metadata":{"name":"robot"}}""");
            token = (string)(await Post(client, $"{Accounts}/robot/token", """{"spec":{"expirationSeconds":700}}"""))["status"]!["token"]!;
        }
        await using var again = await StartAsync();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.FullName, "service-account.key")));
        using var robot = ClientOf(again, token);
        Assert.Equal("system:serviceaccount:default:robot", (string?)(await Post(robot, Who, "{}"))["status"]!["userInfo"]!["username"]);
        _clock.Advance(TimeSpan.FromSeconds(701));
        Assert.Equal(HttpStatusCode.Unauthorized, (await robot.GetAsync("/api")).StatusCode);
    }

    [Fact]
    public async Task A_token_of_a_pod_ends_with_the_pod()
    {
        await using var server = await StartAsync();
        using var client = ClientOf(server, server.BearerToken);
        await Post(client, Accounts, """{"metadata":{"name":"default"}}""");
        await Post(client, Accounts, """{"metadata":{"name":"robot"}}""");
        var pod = await Post(client, "/api/v1/namespaces/default/pods", """{"metadata":{"name":"p"},"spec":{"serviceAccountName":"robot","containers":[{"name":"c","image":"i"}]}}""");
        var uid = (string)pod["metadata"]!["uid"]!;
        var bound = $$$"""{"spec": {"boundObjectRef": {"apiVersion": "v1", "kind": "Pod", "name": "p", "uid": "{{{uid}}}" } } }""";
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"{Accounts}/default/token", Json(bound))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync($"{Accounts}/robot/token", Json(bound.Replace(uid, "other")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{Accounts}/robot/token", Json(bound.Replace("\"p\"", "\"q\"")))).StatusCode);
        var token = (string)(await Post(client, $"{Accounts}/robot/token", bound))["status"]!["token"]!;
        using var robot = ClientOf(server, token);
        Assert.Equal(HttpStatusCode.OK, (await robot.GetAsync("/api")).StatusCode);
        (await client.DeleteAsync("/api/v1/namespaces/default/pods/p?gracePeriodSeconds=0")).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Unauthorized, (await robot.GetAsync("/api")).StatusCode);
    }

    [Fact]
    public async Task A_token_for_another_audience_is_no_credential_here()
    {
        await using var server = await StartAsync();
        using var client = ClientOf(server, server.BearerToken);
        await Post(client, Accounts, """{"metadata":{"name":"robot"}}""");
        var token = (string)(await Post(client, $"{Accounts}/robot/token", """{"spec":{"audiences":["vault"]}}"""))["status"]!["token"]!;
        using var robot = ClientOf(server, token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await robot.GetAsync("/api")).StatusCode);
        var review = await Post(client, "/apis/authentication.k8s.io/v1/tokenreviews", $$$"""{"spec":{"token":"{{{token}}}","audiences":["vault","other"]}}""");
        Assert.Equal("""["vault"]""", review["status"]!["audiences"]!.ToJsonString());
    }

    [Theory]
    [InlineData("a,b", "needs token,user,uid")]
    [InlineData(null, "cannot be read")]
    public async Task A_token_file_that_cannot_be_used_is_named(string? text, string message)
    {
        var file = Path.Combine(_folder.FullName, "users.csv");
        if (text is not null) File.WriteAllText(file, text);
        var refused = await Assert.ThrowsAsync<IOException>(() => ApiServer.StartAsync(new ApiServerOptions { TokenFile = file }, CancellationToken.None));
        Assert.Contains($"{file} {message}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_or_audit_log_that_cannot_be_used_is_named()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "service-account.key"), "nonsense");
        Assert.Contains("service-account.key holds no key", (await Assert.ThrowsAsync<IOException>(StartAsync)).Message, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<IOException>(() => ApiServer.StartAsync(new ApiServerOptions { AuditLogPath = _folder.FullName }, CancellationToken.None));
        Assert.Contains($"the audit log {_folder.FullName} cannot be written", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    Task<ApiServer> StartAsync() => ApiServer.StartAsync(
        new ApiServerOptions { DataDirectory = _folder.FullName, Authorization = AuthorizationMode.RBAC, Clock = _clock }, CancellationToken.None);

    static HttpClient ClientOf(ApiServer server, string token)
    {
        var client = ServerFixture.ClientOf(server);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    static async Task<JsonNode> Post(HttpClient client, string path, string body)
    {
        using var response = await client.PostAsync(path, Json(body));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    static StringContent Json(string text) => new(text, MediaTypeHeaderValue.Parse("application/json"));
}
