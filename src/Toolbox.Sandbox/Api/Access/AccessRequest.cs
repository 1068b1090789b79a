using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>What somebody wants to do: the attributes that are compared with roles.</summary>
/// <param name="IsResource">False for paths such as /version, where only <paramref name="Path"/> and <paramref name="Verb"/> count.</param>
/// <param name="Name">Empty for creations and whole collections, which no rule with resourceNames covers.</param>
sealed record AccessRequest(
    UserInformation User, string Verb, bool IsResource, string Group, string Resource, string Subresource, string Namespace, string Name, string Path)
{
    const string NameSelector = "metadata.name=";

    /// <summary>As roles spell it: <c>pods/log</c>.</summary>
    public string QualifiedResource => Subresource.Length == 0 ? Resource : $"{Resource}/{Subresource}";

    public static AccessRequest Of(UserInformation user, RequestTarget target, string? fieldSelector) => new(
        user, target.Verb, target.IsResource, target.Group, target.Resource, target.Subresource, target.Namespace, target.Name.Length > 0 ? target.Name : Selected(fieldSelector), target.Path);

    /// <summary>Reads the attributes of an access review's spec.</summary>
    public static AccessRequest Of(UserInformation user, JsonObject spec)
    {
        var resource = spec.At("resourceAttributes");
        string Text(string name) => resource.TextAt(name) ?? "";
        return resource is null
            ? new AccessRequest(user, spec.TextAt("nonResourceAttributes", "verb") ?? "", false, "", "", "", "", "", spec.TextAt("nonResourceAttributes", "path") ?? "")
            : new AccessRequest(user, Text("verb"), true, Text("group"), Text("resource"), Text("subresource"), Text("namespace"), Text("name"), "");
    }

    /// <summary>The sentence of a refusal after "is forbidden: ".</summary>
    public string Refusal(string reason)
    {
        var where = Namespace.Length == 0 ? "at the cluster scope" : $"in the namespace \"{Namespace}\"";
        var what = IsResource ? $"resource \"{QualifiedResource}\" in API group \"{Group}\" {where}" : $"path \"{Path}\"";
        return $"User \"{User.Name}\" cannot {Verb} {what}{(reason.Length == 0 ? "" : $": {reason}")}";
    }

    // A list or watch of one name counts as naming the object, as in the real server's request info.
    static string Selected(string? fieldSelector) =>
        fieldSelector?.Split(',').FirstOrDefault(part => part.StartsWith(NameSelector, StringComparison.Ordinal)) is { } named
            ? named[NameSelector.Length..].TrimStart('=') : "";
}
