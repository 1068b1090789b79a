using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Kubernetes.Tests.Statuses;

/// <summary>A status as the API server stores it.</summary>
static class StoredStatus
{
    public static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    /// <summary>Applies a merge patch as the API server does.</summary>
    public static JsonElement Patched(JsonElement before, JsonObject patch)
    {
        var target = before.ValueKind == JsonValueKind.Undefined ? new JsonObject() : JsonNode.Parse(before.GetRawText())!;
        var result = Assert.IsType<PatchResult.Patched>(MergePatch.Apply(target, patch));
        return Parse(result.Object.ToJsonString());
    }
}
