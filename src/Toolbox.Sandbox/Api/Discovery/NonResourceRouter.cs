using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.OpenApi;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Discovery;

/// <summary>Everything that is no resource: version, health, discovery, OpenAPI.</summary>
sealed class NonResourceRouter(ApiState state)
{
    static readonly string[] Health = ["healthz", "livez", "readyz"];
    static readonly string[] Checks = ["ping", "log", "etcd", "informer-sync"];

    readonly DiscoveryDocuments _discovery = new(state);
    readonly OpenApiVerb _openApi = new(state);

    public Answer Route(ApiCall call)
    {
        var parts = call.Target.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => Roots(),
            ["openapi", "v2" or "v3", ..] => _openApi.Handle(call),
            ["metrics"] => new Answer.Text(200, state.Requests.ToString()),
            ["version"] => new Answer.Plain(200, ServerVersion.Document),
            ["api"] or ["apis"] => _discovery.Groups(call, core: parts[0] == "api"),
            ["apis", var group] => _discovery.Group(group) ?? NotFound,
            ["api", var version] => _discovery.Resources("", version) ?? NotFound,
            ["apis", var group, var version] => _discovery.Resources(group, version) ?? NotFound,
            [var kind] when Health.Contains(kind) => new Answer.Text(200, call.Http.Request.Query.ContainsKey("verbose") ? Verbose(kind) : "ok"),
            [var kind, var check] when Health.Contains(kind) && Checks.Contains(check) => new Answer.Text(200, "ok"),
            _ => NotFound,
        };
    }

    static Answer NotFound => new Answer.Text(404, "404 page not found\n");

    static string Verbose(string kind) => string.Concat(Checks.Select(check => $"[+]{check} ok\n")) + $"{kind} check passed\n";

    Answer.Plain Roots()
    {
        var groups = state.Catalog.View.Groups.Where(group => group.Length > 0);
        var paths = groups.SelectMany(group => state.Catalog.View.VersionsOf(group).Select(version => $"/apis/{group}/{version}").Prepend($"/apis/{group}"));
        string[] all = ["/api", "/api/v1", "/apis", .. paths, "/healthz", "/livez", "/openapi/v2", "/openapi/v3", "/readyz", "/version"];
        return new Answer.Plain(200, new JsonObject { ["paths"] = new JsonArray([.. all.Select(path => (JsonNode)path)]) });
    }
}
