using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.ReplicaSets;

/// <summary>The status of a ReplicaSet, from its pods. Counts of zero are left out where the real one leaves them out.</summary>
static class ReplicaSetStatus
{
    /// <param name="trouble">Why pods could not be created or deleted, if so.</param>
    /// <param name="again">When the next ready pod becomes available, if one has to wait for that.</param>
    public static JsonObject Of(JsonObject set, List<JsonObject> pods, string? trouble, string nowText, DateTimeOffset now, out TimeSpan? again)
    {
        var active = pods.Where(Pods.IsActive).ToList();
        var labels = set.PairsAt("spec", "template", "metadata", "labels").ToList();
        var waits = active.Select(pod => Pods.UntilAvailable(pod, set.NumberAt("spec", "minReadySeconds") ?? 0, now)).ToList();
        again = waits.Where(wait => wait > TimeSpan.Zero).Min();
        var status = new JsonObject { ["replicas"] = active.Count };
        Count(status, "fullyLabeledReplicas", active.Count(pod => labels.All(label => pod.TextAt("metadata", "labels", label.Key) == label.Value)));
        Count(status, "readyReplicas", active.Count(Pods.IsReady));
        Count(status, "availableReplicas", waits.Count(wait => wait == TimeSpan.Zero));
        status["terminatingReplicas"] = pods.Count(pod => Pods.IsDeleting(pod) && !Pods.IsFinished(pod));
        status["observedGeneration"] = set.NumberAt("metadata", "generation") ?? 0;
        if (Failure(set, trouble, nowText) is { } failure) status["conditions"] = new JsonArray(failure);
        return status;
    }

    static void Count(JsonObject status, string name, int count)
    {
        if (count > 0) status[name] = count;
    }

    static JsonObject? Failure(JsonObject set, string? trouble, string now)
    {
        if (trouble is null) return null;
        var before = set.ObjectsAt("status", "conditions").FirstOrDefault(condition => condition.TextAt("type") == "ReplicaFailure");
        return new JsonObject
        {
            ["type"] = "ReplicaFailure",
            ["status"] = "True",
            ["lastTransitionTime"] = before.TextAt("lastTransitionTime") ?? now,
            ["reason"] = "FailedCreate",
            ["message"] = trouble,
        };
    }
}
