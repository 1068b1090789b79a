using Microsoft.AspNetCore.Routing;

namespace Toolbox.Api.Security.Tokens;

/// <summary>
/// Which rights a route of the REST API needs: those that the same kubectl command would need. Start, stop and savepoints are annotations,
/// so they need patch.
/// </summary>
static class RouteAccess
{
    static readonly string[] All = ["flinkdeployments", "flinkclusters", "flinkjobs"];

    /// <param name="template">Template of the route below the base path, for example <c>/clusters/{cluster}/jobs/{job}/scale</c>.</param>
    /// <returns>Null for a template that is not known here: then nobody may.</returns>
    public static IReadOnlyList<AccessRequest>? Of(string method, string template, RouteValueDictionary values, string @namespace)
    {
        var parts = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["openapi.json"]) return [];
        if (parts is ["events"]) return [.. All.Select(resource => new AccessRequest("watch", resource, "", @namespace, ""))];
        if (Target(parts, values) is not var (resource, name) || Verb(method, parts, name) is not { } verb) return null;
        return [new AccessRequest(verb, resource, parts[^1] == "scale" ? "scale" : "", @namespace, name)];
    }

    static (string Resource, string Name)? Target(string[] parts, RouteValueDictionary values) => parts switch
    {
        ["deployments"] => ("flinkdeployments", ""),
        ["deployments", "{deployment}", ..] => ("flinkdeployments", Text(values, "deployment")),
        ["clusters"] => ("flinkclusters", ""),
        ["clusters" or "cluster", "{cluster}", "jobs"] => ("flinkjobs", ""),
        ["clusters" or "cluster", "{cluster}", "jobs", "{job}", ..] => ("flinkjobs", $"{Text(values, "cluster")}-{Text(values, "job")}"),
        ["clusters" or "cluster", "{cluster}", ..] => ("flinkclusters", Text(values, "cluster")),
        _ => null,
    };

    static string? Verb(string method, string[] parts, string name) => method switch
    {
        "GET" or "HEAD" => name.Length == 0 ? "list" : "get",
        "POST" => parts[^1].StartsWith('{') ? "create" : "patch",
        "PUT" or "PATCH" => "patch",
        // Forgetting a savepoint deletes nothing but a note.
        "DELETE" => parts[^1].StartsWith('{') ? "delete" : "patch",
        _ => null,
    };

    static string Text(RouteValueDictionary values, string name) => values.TryGetValue(name, out var value) ? value as string ?? "" : "";
}
