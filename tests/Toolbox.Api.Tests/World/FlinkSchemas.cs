using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests.World;

/// <summary>Schemas of specs and statuses as the OpenAPI document has them, made of the definitions that the API server holds.</summary>
static class FlinkSchemas
{
    public const string Cluster = "flinkclusters.nextbreakpoint.com";
    public const string Job = "flinkjobs.nextbreakpoint.com";
    public const string Deployment = "flinkdeployments.nextbreakpoint.com";

    // A spec in full would be mostly the types of Kubernetes: below this depth only the type is told.
    const int Depth = 3;

    /// <summary>Name and schema of spec and status. With TOOLBOX_WRITE_SNAPSHOTS=1 they are also written where the product embeds them.</summary>
    public static async Task<IReadOnlyList<(string Part, JsonObject Schema)>> Read(KubernetesApiClient client, string kind, string definition)
    {
        var document = ApiFixture.Value(await client.GetDocument($"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/{definition}"));
        var properties = document["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!;
        var parts = new[] { ("Spec", Depth), ("Status", Depth + 1) }
            .Select(part => (kind + part.Item1, Cut(properties[part.Item1.ToLowerInvariant()]!, part.Item2))).ToList();
        // A deployment's parts are those of cluster and job.
        if (kind == "FlinkDeployment" && parts[0].Item2["properties"] is { } spec)
        {
            spec["cluster"] = new JsonObject { ["$ref"] = "#/components/schemas/FlinkClusterSpec" };
            spec["jobs"]!["items"]!["properties"]!["spec"] = new JsonObject { ["$ref"] = "#/components/schemas/FlinkJobSpec" };
        }
        if (Environment.GetEnvironmentVariable("TOOLBOX_WRITE_SNAPSHOTS") == "1") await Write(parts);
        return parts;
    }

    static JsonObject Cut(JsonNode schema, int depth)
    {
        var cut = new JsonObject();
        var type = (string?)schema["type"] ?? ((bool?)schema["x-kubernetes-int-or-string"] == true ? "int-or-string" : "object");
        var types = type == "int-or-string" ? new[] { "integer", "string" } : [type];
        if ((bool?)schema["nullable"] == true) types = [.. types, "null"];
        cut["type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(item => (JsonNode)item)]);
        foreach (var name in new[] { "description", "format", "minimum", "pattern", "enum" })
            if (schema[name] is { } value) cut[name] = value.DeepClone();
        if (depth == 0) return cut;
        if (schema["required"] is { } required) cut["required"] = required.DeepClone();
        if (schema["items"] is { } items) cut["items"] = Cut(items, depth - 1);
        if (schema["additionalProperties"] is JsonObject more) cut["additionalProperties"] = Cut(more, depth - 1);
        if (schema["properties"] is JsonObject properties)
            cut["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Cut(property.Value!, depth - 1))));
        return cut;
    }

    static async Task Write(IEnumerable<(string Part, JsonObject Schema)> parts, [CallerFilePath] string file = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src", "Toolbox.Api", "Rest", "Document", "schemas.json"));
        var written = File.Exists(path) ? JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject() : [];
        foreach (var (part, schema) in parts) written[part] = schema.DeepClone();
        var sorted = new JsonObject(written.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => KeyValuePair.Create(item.Key, item.Value?.DeepClone())));
        await File.WriteAllTextAsync(path, sorted.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
    }
}
