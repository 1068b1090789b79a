using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>One rule of a Role or ClusterRole, compared with requests as rbac.authorization.k8s.io/v1 defines it.</summary>
sealed record PolicyRule(
    IReadOnlyList<string> Verbs, IReadOnlyList<string> Groups, IReadOnlyList<string> Resources, IReadOnlyList<string> Names, IReadOnlyList<string> Urls)
{
    const string All = "*";

    public static PolicyRule Read(JsonObject rule) => new(
        [.. rule.TextsAt("verbs")], [.. rule.TextsAt("apiGroups")], [.. rule.TextsAt("resources")], [.. rule.TextsAt("resourceNames")], [.. rule.TextsAt("nonResourceURLs")]);

    public bool Allows(AccessRequest request) => Has(Verbs, request.Verb) && (request.IsResource
        ? Has(Groups, request.Group) && CoversResource(request) && (Names.Count == 0 || Names.Contains(request.Name))
        : Urls.Any(url => CoversPath(url, request.Path)));

    static bool Has(IReadOnlyList<string> values, string value) => values.Contains(All) || values.Contains(value);

    // pods does not cover pods/log; */log covers the log of everything.
    bool CoversResource(AccessRequest request) => Has(Resources, request.QualifiedResource)
        || (request.Subresource.Length > 0 && Resources.Contains($"*/{request.Subresource}"));

    static bool CoversPath(string url, string path) =>
        url == path || (url.EndsWith(All, StringComparison.Ordinal) && path.StartsWith(url[..^1], StringComparison.Ordinal));
}
