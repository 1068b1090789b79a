using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Resources;

/// <summary>The resources that a CustomResourceDefinition serves.</summary>
static class CustomResources
{
    static readonly string[] Verbs = ["delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"];
    static readonly string[] ReadAndWrite = ["get", "patch", "update"];

    /// <summary>One resource per served version, the highest version first; none before the definition is established.</summary>
    public static IEnumerable<ResourceType> Of(JsonObject definition)
    {
        var established = definition.ObjectsAt("status", "conditions").Any(item => item.TextAt("type") == "Established" && item.TextAt("status") == "True");
        return established
            ? definition.ObjectsAt("spec", "versions").Where(version => version.FlagAt("served") == true)
                .Select(version => Served(definition, version)).OrderBy(type => type.Version, VersionOrder.Newest)
            : [];
    }

    static ResourceType Served(JsonObject definition, JsonObject version)
    {
        var custom = CustomVersion.Of(definition, version);
        var names = definition.At("spec", "names");
        var kind = names.TextAt("kind") ?? "";
        return new ResourceType
        {
            Group = definition.TextAt("spec", "group") ?? "",
            Version = version.TextAt("name") ?? "",
            Plural = names.TextAt("plural") ?? "",
            Singular = names.TextAt("singular") ?? kind.ToLowerInvariant(),
            Kind = kind,
            ListKind = names.TextAt("listKind") ?? "",
            Namespaced = definition.TextAt("spec", "scope") == "Namespaced",
            ShortNames = [.. names.TextsAt("shortNames")],
            Categories = [.. names.TextsAt("categories")],
            Verbs = Verbs,
            Subresources = [.. Subresources(custom, kind)],
            StorageKind = StorageKind(definition),
            Custom = custom,
        };
    }

    static IEnumerable<Subresource> Subresources(CustomVersion custom, string kind)
    {
        if (custom.HasStatus) yield return new Subresource("status", kind, null, null, ReadAndWrite);
        if (custom.Scale is not null) yield return new Subresource("scale", "Scale", "autoscaling", "v1", ReadAndWrite);
    }

    static string StorageKind(JsonObject definition)
    {
        var storage = definition.ObjectsAt("spec", "versions").FirstOrDefault(item => item.FlagAt("storage") == true).TextAt("name");
        return $"{definition.TextAt("spec", "group")}/{storage}/{definition.TextAt("spec", "names", "kind")}";
    }
}
