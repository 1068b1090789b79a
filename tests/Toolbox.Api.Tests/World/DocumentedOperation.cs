using System.Text.Json.Nodes;

namespace Toolbox.Api.Tests.World;

/// <summary>One operation of an OpenAPI document.</summary>
sealed record DocumentedOperation(string Method, string Path, JsonObject Content)
{
    public bool HasBody => Content["requestBody"] is not null;

    /// <summary>The codes that the document names one by one, which excludes 4XX and 5XX.</summary>
    public IEnumerable<int> Codes => Content["responses"]!.AsObject().Select(item => item.Key).Where(code => int.TryParse(code, out _)).Select(int.Parse);

    /// <summary>The schema of the body with this code; null when there is none.</summary>
    public JsonNode? Schema(int code) =>
        (Content["responses"]![$"{code}"] ?? Content["responses"]![$"{code / 100}XX"])?["content"]?["application/json"]?["schema"];

    /// <summary>A body that is as the document says; null where none is expected.</summary>
    public string? Body()
    {
        if (!HasBody) return null;
        var schema = Content["requestBody"]!["content"]!["application/json"]!["schema"]!;
        return (string?)schema["$ref"] switch
        {
            "#/components/schemas/FlinkDeploymentSpec" => Specs.Deployment,
            "#/components/schemas/FlinkClusterSpec" => Specs.Cluster,
            "#/components/schemas/FlinkJobSpec" => Specs.Job,
            _ => new JsonObject(schema["properties"]!.AsObject().Select(item => KeyValuePair.Create(item.Key, (JsonNode?)((string?)item.Value!["type"] == "boolean" ? false : 1)))).ToJsonString(),
        };
    }

    /// <summary>The path with names in it.</summary>
    public string At(string cluster, string job, string deployment, string worker) => Path
        .Replace("{cluster}", cluster, StringComparison.Ordinal).Replace("{job}", job, StringComparison.Ordinal)
        .Replace("{deployment}", deployment, StringComparison.Ordinal).Replace("{taskmanager}", worker, StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}";
}
