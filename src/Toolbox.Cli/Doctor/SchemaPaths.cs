using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;

namespace Toolbox.Cli.Doctor;

/// <summary>Paths of all fields that a custom resource definition knows, for example <c>spec.savepoint.savepointMode</c>.</summary>
static class SchemaPaths
{
    public static HashSet<string> Of(JsonObject definition)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var version in definition.Items("spec", "versions")) Collect(version.At("schema", "openAPIV3Schema"), "", paths);
        return paths;
    }

    static void Collect(JsonNode? schema, string prefix, HashSet<string> paths)
    {
        if (schema.At("items") is { } items) Collect(items, $"{prefix}[]", paths);
        if (schema.At("additionalProperties") is JsonObject values) Collect(values, $"{prefix}.*", paths);
        foreach (var (name, property) in schema.At("properties") as JsonObject ?? [])
        {
            var path = prefix.Length == 0 ? name : $"{prefix}.{name}";
            paths.Add(path);
            Collect(property, path, paths);
        }
    }
}
