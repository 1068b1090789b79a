using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Discovery;

/// <summary>One resource in the two forms of discovery.</summary>
static class DiscoveryResource
{
    /// <summary>APIResource of the resource and of each of its subresources.</summary>
    public static IEnumerable<JsonNode> Plain(ResourceType type)
    {
        var resource = new JsonObject
        {
            ["name"] = type.Plural, ["singularName"] = type.Singular, ["namespaced"] = type.Namespaced, ["kind"] = type.Kind, ["verbs"] = type.Verbs.ToJsonArray(),
        };
        if (type.ShortNames.Count > 0) resource["shortNames"] = type.ShortNames.ToJsonArray();
        if (type.Categories.Count > 0) resource["categories"] = type.Categories.ToJsonArray();
        if (type.StorageVersionHash is { } hash) resource["storageVersionHash"] = hash;
        yield return resource;
        foreach (var subresource in type.Subresources)
        {
            var item = new JsonObject { ["name"] = $"{type.Plural}/{subresource.Name}", ["singularName"] = "", ["namespaced"] = type.Namespaced };
            if (subresource.Group is not null)
            {
                item["group"] = subresource.Group;
                item["version"] = subresource.Version;
            }
            item["kind"] = subresource.Kind;
            item["verbs"] = subresource.Verbs.ToJsonArray();
            yield return item;
        }
    }

    public static JsonObject Aggregated(ResourceType type)
    {
        var resource = new JsonObject
        {
            ["resource"] = type.Plural,
            ["responseKind"] = Kind(type, type.Kind, null, null),
            ["scope"] = type.Namespaced ? "Namespaced" : "Cluster",
            ["singularResource"] = type.Singular,
            ["verbs"] = type.Verbs.ToJsonArray(),
        };
        if (type.ShortNames.Count > 0) resource["shortNames"] = type.ShortNames.ToJsonArray();
        if (type.Categories.Count > 0) resource["categories"] = type.Categories.ToJsonArray();
        if (type.Subresources.Count > 0) resource["subresources"] = new JsonArray([.. type.Subresources.Select(item => (JsonNode)Subresource(type, item))]);
        return resource;
    }

    static JsonObject Subresource(ResourceType type, Subresource item) => new()
    {
        ["subresource"] = item.Name, ["responseKind"] = Kind(type, item.Kind, item.Group, item.Version), ["verbs"] = item.Verbs.ToJsonArray(),
    };

    // A built-in resource's own group and version are left empty.
    static JsonObject Kind(ResourceType type, string kind, string? group, string? version) => new()
    {
        ["group"] = group ?? (type.Custom is null ? "" : type.Group),
        ["version"] = version ?? (type.Custom is null ? "" : type.Version),
        ["kind"] = kind,
    };
}
