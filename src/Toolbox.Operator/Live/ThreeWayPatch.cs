using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Operator.Live;

/// <summary>
/// The merge patch that <c>kubectl apply</c> sends for a custom resource
/// (https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#how-apply-calculates-differences-and-merges-changes):
/// what the document no longer has goes, what it has counts, and what others have added stays.
/// </summary>
public static class ThreeWayPatch
{
    public static JsonObject Of(JsonObject lastApplied, JsonObject document, JsonObject live)
    {
        var patch = new JsonObject();
        foreach (var (name, value) in lastApplied)
            if (value is not null && document[name] is null && live[name] is not null) patch[name] = null;
        foreach (var (name, value) in document)
        {
            if (value is null || JsonNode.DeepEquals(value, live[name])) continue;
            if (value is JsonObject wanted && live[name] is JsonObject there)
            {
                var inner = Of(lastApplied[name] as JsonObject ?? [], wanted, there);
                if (inner.Count > 0) patch[name] = inner;
            }
            else
            {
                patch[name] = value.DeepClone();
            }
        }
        return patch;
    }

    /// <summary>The parts of an object that people apply: labels, annotations and spec.</summary>
    public static JsonObject Applied(JsonObject document)
    {
        var applied = new JsonObject();
        if (document["metadata"] is JsonObject metadata)
            applied["metadata"] = new JsonObject(new[] { "labels", "annotations" }.Where(name => metadata[name] is JsonObject)
                .Select(name => KeyValuePair.Create(name, metadata[name]?.DeepClone())));
        if (document["spec"] is JsonObject spec) applied["spec"] = spec.DeepClone();
        return applied;
    }

    public static JsonObject Object(JsonElement element) => element.ValueKind == JsonValueKind.Object ? JsonObject.Create(element.Clone())! : [];
}
