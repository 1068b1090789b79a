using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Toolbox.Api.Tests.World;

/// <summary>The schemas that an OpenAPI document gives for answers, to hold answers against.</summary>
sealed class AnswerSchemas(JsonObject document)
{
    readonly ConcurrentDictionary<string, JsonSchema> _known = [];

    /// <summary>What is served: method, path, and the operation of the document.</summary>
    public IEnumerable<DocumentedOperation> Operations() =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select new DocumentedOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject());

    /// <summary>The operation of this method and path.</summary>
    public DocumentedOperation Operation(string method, string path) => Operations().Single(item => item.Method == method && item.Path == path);

    /// <summary>What is wrong with an answer of an operation; empty when the document has its code, its body and what is inside of that.</summary>
    public async Task<IReadOnlyList<string>> Complaints(DocumentedOperation operation, Reply reply)
    {
        if (operation.Schema(reply.Code) is not { } schema) return [$"{operation} is answered with {reply.Code}, which is not documented: {reply}"];
        var complaints = new List<string>(await Complaints(schema, reply.Envelope));
        var properties = schema["properties"];
        if (reply.Code == 200 && properties is not null)
        {
            complaints.AddRange(reply.Envelope.Where(member => properties[member.Key] is null).Select(member => $"{member.Key} is not documented"));
            if (properties["output"]?["contentSchema"] is { } inside && reply.Envelope["output"] is not null) complaints.AddRange(await Complaints(inside, reply.Output));
        }
        return [.. complaints.Select(complaint => $"{operation} {reply}: {complaint}")];
    }

    async Task<IEnumerable<string>> Complaints(JsonNode schema, JsonNode answer)
    {
        var text = schema.ToJsonString();
        if (!_known.TryGetValue(text, out var known)) _known[text] = known = await Parse(schema);
        return known.Validate(answer.ToJsonString()).Select(error => error.ToString());
    }

    // The validator follows references inside of one schema document, and knows lists of values, but not a single one.
    Task<JsonSchema> Parse(JsonNode schema)
    {
        var whole = new JsonObject { ["definitions"] = document["components"]!["schemas"]!.DeepClone() };
        foreach (var (name, value) in schema.AsObject()) whole[name] = value?.DeepClone();
        return JsonSchema.FromJsonAsync(whole.ToJsonString()
            .Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)
            .Replace("\"const\":\"OK\"", "\"enum\":[\"OK\"]", StringComparison.Ordinal));
    }
}
