using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// <c>application/json-patch+json</c> (RFC 6902) with the server's peculiarities: <c>replace</c> of a missing member adds it, negative
/// list indexes count from the end, and every failure is the same bare 422.
/// </summary>
public static class JsonPatch
{
    static readonly PatchResult.Refused Failure =
        new(422, "Invalid", "the server rejected our request due to an error in our request");

    public static PatchResult Apply(JsonNode target, JsonNode? operations)
    {
        if (operations is not JsonArray list)
            return Undecodable(operations, "[]handlers.jsonPatchOp");
        if (list.FirstOrDefault(operation => operation is not JsonObject) is { } odd)
            return Undecodable(odd, "handlers.jsonPatchOp");
        JsonNode? document = target.DeepClone();
        foreach (var operation in list)
            if (operation is not JsonObject step || !JsonPatchOperation.TryApply(ref document, step)) return Failure;
        return document is JsonObject patched ? new PatchResult.Patched(patched) : Failure;
    }

    static PatchResult.Refused Undecodable(JsonNode? node, string type) =>
        new(400, "BadRequest", $"error decoding patch: json: cannot unmarshal {GoKind.Of(node)} into Go value of type {type}");
}
