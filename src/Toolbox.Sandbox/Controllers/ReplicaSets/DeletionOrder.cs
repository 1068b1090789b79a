using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.ReplicaSets;

/// <summary>Which pods go first when there are too many: those that do the least work, as in the real controller.</summary>
static class DeletionOrder
{
    const string CostAnnotation = "controller.kubernetes.io/pod-deletion-cost";

    public static IEnumerable<JsonObject> Sort(IEnumerable<JsonObject> pods) => pods
        .OrderBy(pod => pod.TextAt("spec", "nodeName") is { Length: > 0 })
        .ThenBy(pod => Pods.Phase(pod) switch { "Pending" => 0, "Unknown" => 1, _ => 2 })
        .ThenBy(Pods.IsReady)
        .ThenBy(Cost)
        .ThenByDescending(pod => pod.TimeAt("metadata", "creationTimestamp"))
        .ThenBy(pod => pod.TextAt("metadata", "name"), StringComparer.Ordinal);

    static int Cost(JsonObject pod) => int.TryParse(pod.TextAt("metadata", "annotations", CostAnnotation), out var cost) ? cost : 0;
}
