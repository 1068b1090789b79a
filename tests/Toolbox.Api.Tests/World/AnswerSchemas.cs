using System.Text.Json.Nodes;
using NJsonSchema;

namespace Toolbox.Api.Tests.World;

/// <summary>The schemas that an OpenAPI document gives for answers, to hold answers against.</summary>
sealed class AnswerSchemas(JsonObject document)
{
    /// <summary>Method GET only: path, and the schema of what is inside of <c>output</c>; null where nothing is.</summary>
    public IEnumerable<(string Path, JsonNode? Output)> Reads() =>
        from path in document["paths"]!.AsObject()
        where path.Value!["get"]?["responses"]?["200"]?["content"]?["application/json"]?["schema"]?["properties"]?["output"] is not null
        select (path.Key, path.Value!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["properties"]!["output"]!["contentSchema"]);

    /// <summary>What is wrong with an answer; empty when it is as the schema says.</summary>
    public async Task<IReadOnlyList<string>> Complaints(JsonNode schema, JsonNode answer)
    {
        // The validator follows references inside of one schema document.
        var whole = new JsonObject { ["definitions"] = document["components"]!["schemas"]!.DeepClone() };
        foreach (var (name, value) in schema.AsObject()) whole[name] = value?.DeepClone();
        var text = whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return [.. (await JsonSchema.FromJsonAsync(text)).Validate(answer.ToJsonString()).Select(error => error.ToString())];
    }
}
