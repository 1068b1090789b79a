using System.Text.Json.Nodes;

namespace Toolbox.Cli.Client;

/// <summary>One request to the REST API.</summary>
/// <param name="Path">Path below <c>/api/v1/</c>, its names escaped.</param>
/// <param name="Body">JSON text; null for requests without a body.</param>
sealed record OperatorRequest(HttpMethod Method, string Path, string? Body = null)
{
    public static OperatorRequest Get(string path) => new(HttpMethod.Get, path);

    public static OperatorRequest Delete(string path) => new(HttpMethod.Delete, path);

    public static OperatorRequest Put(string path, string field, JsonNode value) => new(HttpMethod.Put, path, new JsonObject { [field] = value }.ToJsonString());
}
