using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api;

namespace Toolbox.Sandbox.Tests.Api.Access;

/// <summary>A server that evaluates roles, with the users alice (of the group analysts) and bob.</summary>
public sealed class RoleServer : IAsyncLifetime, IDisposable
{
    public const string Alice = "token-of-alice", Bob = "token-of-bob";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("toolbox-roles");
    HttpClient? _client;

    public ApiServer Server { get; private set; } = null!;

    public string AuditLog => Path.Combine(_folder.FullName, "audit.log");

    public async Task InitializeAsync()
    {
        var users = Path.Combine(_folder.FullName, "users.csv");
        File.WriteAllText(users, $"# people\n{Alice},alice,1,\"analysts,people\"\n{Bob},bob,2\n");
        Server = await ApiServer.StartAsync(new ApiServerOptions { Authorization = AuthorizationMode.RBAC, TokenFile = users, AuditLogPath = AuditLog }, CancellationToken.None);
        _client = ServerFixture.ClientOf(Server);
    }

    /// <summary>A request with the administrator's token, which must succeed.</summary>
    public async Task<JsonNode> Do(string method, string path, string? body = null)
    {
        var (code, answer) = await Ask(Server.BearerToken, method, path, body);
        Assert.True((int)code < 300, $"{method} {path}: {code} {answer}");
        return answer!;
    }

    /// <param name="token">Null for no credentials.</param>
    /// <param name="headers">Name and value in turn.</param>
    public async Task<(HttpStatusCode Code, JsonNode? Body)> Ask(string? token, string method, string path, string? body = null, params string[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        for (var index = 0; index < headers.Length; index += 2) request.Headers.Add(headers[index], headers[index + 1]);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client!.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length > 0 && response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : JsonValue.Create(text));
    }

    /// <summary>A namespace of its own.</summary>
    public Task Namespace(string name) => Do("POST", "/api/v1/namespaces", $$"""{"metadata":{"name":"{{name}}" } }""");

    /// <summary>Makes a Role and a binding of the same name; rule and subject as JSON.</summary>
    public async Task Grant(string space, string name, string rule, string subject)
    {
        await Do("POST", $"/apis/rbac.authorization.k8s.io/v1/namespaces/{space}/roles", $$"""{"metadata":{"name":"{{name}}"},"rules":[{{rule}}]}""");
        await Bind(space, name, "Role", name, subject);
    }

    public Task Bind(string space, string name, string kind, string role, string subject) => Do("POST", $"/apis/rbac.authorization.k8s.io/v1/namespaces/{space}/rolebindings",
        $$$"""{"metadata":{"name":"{{{name}}}" },"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"{{{kind}}}","name":"{{{role}}}" },"subjects":[{{{subject}}}] }""");

    public static string User(string name) => $$"""{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"{{name}}"}""";

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose()
    {
        _client?.Dispose();
        _folder.Delete(recursive: true);
    }
}
