using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Events;

/// <summary>What an event tells of a resource: enough for a table of everything, not the whole status.</summary>
static class ResourceSummary
{
    /// <summary>Fields of a status that are told; another change is none.</summary>
    public static IReadOnlyList<string> StatusFields { get; } =
    [
        "resourceStatus", "supervisorStatus", "clusterName", "clusterHealth", "taskManagers", "taskManagerReplicas", "totalTaskSlots",
        "jobStatus", "jobId", "jobParallelism", "savepointPath", "refusal",
    ];

    /// <summary>The members kind, name, generation, deleting, status, and, unlike in <see cref="Essence"/>, resourceVersion.</summary>
    public static string Data(FlinkResource resource) => Json(resource, withVersion: true).ToJsonString();

    /// <summary>Equal for two versions of a resource that look the same to clients.</summary>
    public static string Essence(FlinkResource resource) => Json(resource, withVersion: false).ToJsonString();

    static JsonObject Json(FlinkResource resource, bool withVersion)
    {
        var json = new JsonObject
        {
            ["kind"] = resource.Kind,
            ["name"] = resource.Name,
            ["generation"] = resource.Metadata.Generation ?? 0,
            ["deleting"] = resource.Metadata.DeletionTimestamp is not null,
            ["status"] = Status(resource.Status),
        };
        if (withVersion) json["resourceVersion"] = resource.ResourceVersion;
        return json;
    }

    static JsonObject Status(JsonElement status)
    {
        var told = new JsonObject();
        if (status.ValueKind != JsonValueKind.Object) return told;
        foreach (var field in StatusFields)
            if (status.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                told[field] = JsonValue.Create(value);
        if (Condition(status) is { } condition) told["condition"] = condition;
        if (Text(status, "request", "action") is { } request) told["request"] = request;
        if (Text(status, "decision", "message") is { } message) told["message"] = message;
        return told;
    }

    static string? Text(JsonElement status, string part, string member) =>
        status.TryGetProperty(part, out var inner) && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty(member, out var text)
        && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    // At most one of them is True: Ready, Reconciling, Stalled or Suspended.
    static string? Condition(JsonElement status)
    {
        if (!status.TryGetProperty("conditions", out var conditions) || conditions.ValueKind != JsonValueKind.Array) return null;
        foreach (var condition in conditions.EnumerateArray())
            if (condition.ValueKind == JsonValueKind.Object && condition.TryGetProperty("status", out var value) && value.ValueEquals("True"u8)
                && condition.TryGetProperty("type", out var type)) return type.GetString();
        return null;
    }
}
