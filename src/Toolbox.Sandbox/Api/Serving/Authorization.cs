using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>Every known user may do everything; the others may only look at health and version. Comes before routing, as in the real server.</summary>
static class Authorization
{
    static readonly string[] Open = ["/healthz", "/livez", "/readyz", "/version", "/version/"];

    public static void Check(UserInformation user, RequestTarget target)
    {
        if (user.MayDoEverything) return;
        if (target.IsResource) throw Refuse.Forbidden(target.Group, target.Resource, target.Name, Why(user, target));
        if (Open.Contains(target.Path) || target.Path.StartsWith("/livez/", StringComparison.Ordinal) || target.Path.StartsWith("/readyz/", StringComparison.Ordinal)) return;
        throw new RequestRefused(403, "Forbidden", $"forbidden: User \"{user.Name}\" cannot {target.Verb} path \"{target.Path}\"", []);
    }

    static string Why(UserInformation user, RequestTarget target)
    {
        var resource = target.Subresource.Length == 0 ? target.Resource : $"{target.Resource}/{target.Subresource}";
        var where = target.Namespace.Length == 0 || target.Resource == "namespaces" ? "at the cluster scope" : $"in the namespace \"{target.Namespace}\"";
        return $"User \"{user.Name}\" cannot {target.Verb} resource \"{resource}\" in API group \"{target.Group}\" {where}";
    }
}
