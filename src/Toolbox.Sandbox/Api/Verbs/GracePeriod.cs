using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>How long a pod may take to end.</summary>
static class GracePeriod
{
    /// <summary>Seconds; 0 for a pod that no node runs or that has ended.</summary>
    public static long Of(JsonObject pod, long? asked)
    {
        if (pod.TextAt("spec", "nodeName") is null or "") return 0;
        if (pod.TextAt("status", "phase") is "Succeeded" or "Failed") return 0;
        var seconds = asked ?? pod.NumberAt("metadata", "deletionGracePeriodSeconds") ?? pod.NumberAt("spec", "terminationGracePeriodSeconds") ?? 30;
        return seconds < 0 ? 1 : seconds;
    }
}
