using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Controllers.Machinery;

/// <summary>What controllers want to know about a pod.</summary>
static class Pods
{
    public static bool IsDeleting(JsonObject item) => item.At("metadata", "deletionTimestamp") is not null;

    public static string Phase(JsonObject pod) => pod.TextAt("status", "phase") ?? "Pending";

    public static bool IsFinished(JsonObject pod) => Phase(pod) is "Succeeded" or "Failed";

    /// <summary>Counts for replicas: neither finished nor being deleted.</summary>
    public static bool IsActive(JsonObject pod) => !IsFinished(pod) && !IsDeleting(pod);

    public static bool IsReady(JsonObject pod) => ReadyCondition(pod).TextAt("status") == "True";

    /// <summary>How long the pod has still to be ready before it counts as available; zero when it does, null when it is not ready.</summary>
    public static TimeSpan? UntilAvailable(JsonObject pod, long minimumReadySeconds, DateTimeOffset now)
    {
        if (!IsReady(pod)) return null;
        if (minimumReadySeconds <= 0) return TimeSpan.Zero;
        var since = ReadyCondition(pod).TimeAt("lastTransitionTime") ?? now;
        var left = since.AddSeconds(minimumReadySeconds) - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>A pod as a template asks for it, owned by the object that has the template.</summary>
    public static JsonObject FromTemplate(JsonObject owner, string? finalizer = null)
    {
        var template = owner.At("spec", "template");
        var metadata = new JsonObject { ["generateName"] = $"{owner.TextAt("metadata", "name")}-" };
        foreach (var name in (string[])["labels", "annotations"])
            if (template.At("metadata", name) is { } value) metadata[name] = value.DeepClone();
        metadata["ownerReferences"] = new JsonArray(Owners.Reference(owner));
        if (finalizer is not null) metadata["finalizers"] = new JsonArray(finalizer);
        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = metadata,
            ["spec"] = template.At("spec")?.DeepClone() ?? new JsonObject(),
        };
    }

    static JsonObject? ReadyCondition(JsonObject pod) =>
        pod.ObjectsAt("status", "conditions").FirstOrDefault(condition => condition.TextAt("type") == "Ready");
}
