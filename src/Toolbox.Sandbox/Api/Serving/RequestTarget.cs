namespace Toolbox.Sandbox.Api.Serving;

/// <summary>What a path and a method ask for, as the real server's request info resolver reads them.</summary>
/// <param name="IsResource">Below /api/VERSION or /apis/GROUP/VERSION with a resource; else only <paramref name="Path"/> counts.</param>
sealed record RequestTarget(
    bool IsResource, string Path, string Verb, string Group, string Version, string Namespace, string Resource, string Name, string Subresource, string Rest)
{
    /// <summary>Reads a request; <paramref name="watch"/> is whether the query asks for a watch.</summary>
    public static RequestTarget Parse(string method, string path, bool watch)
    {
        var other = new RequestTarget(false, path, method.ToLowerInvariant(), "", "", "", "", "", "", "");
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var prefix = parts is ["api", ..] ? 2 : parts is ["apis", ..] ? 3 : 0;
        if (prefix == 0 || parts.Length <= prefix) return other;
        var rest = parts.AsSpan(prefix);
        var oldWatch = rest[0] == "watch";
        if (oldWatch) rest = rest[1..];
        if (rest.Length == 0) return other;
        var @namespace = "";
        if (rest is ["namespaces", var owner, ..])
        {
            @namespace = owner;
            if (rest.Length > 2 && rest[2] is not ("status" or "finalize")) rest = rest[2..];
        }
        var name = rest.Length > 1 ? rest[1] : "";
        return other with
        {
            IsResource = true,
            Group = prefix == 2 ? "" : parts[1],
            Version = prefix == 2 ? parts[1] : parts[2],
            Namespace = @namespace,
            Resource = rest[0],
            Name = name,
            Subresource = rest.Length > 2 ? rest[2] : "",
            Rest = rest.Length > 3 ? string.Join('/', rest[3..].ToArray()) : "",
            Verb = VerbOf(method, name.Length > 0, watch, oldWatch),
        };
    }

    static string VerbOf(string method, bool named, bool watch, bool oldWatch) => method switch
    {
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => named ? "delete" : "deletecollection",
        "GET" or "HEAD" when oldWatch => "watch",
        "GET" or "HEAD" when named => "get",
        "GET" or "HEAD" => watch ? "watch" : "list",
        _ => method.ToLowerInvariant(),
    };
}
