using System.Text.Json.Nodes;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>What a resource says, as anyone reads it with kubectl.</summary>
static class ResourceReading
{
    public static string Name(this JsonObject resource) => (string)resource["metadata"]!["name"]!;

    public static string Uid(this JsonObject resource) => (string)resource["metadata"]!["uid"]!;

    public static bool IsDeleting(this JsonObject resource) => resource["metadata"]!["deletionTimestamp"] is not null;

    public static string Label(this JsonObject resource, string name) => (string?)resource["metadata"]?["labels"]?[name] ?? "";

    public static string Annotation(this JsonObject resource, string name) => (string?)resource["metadata"]?["annotations"]?[name] ?? "";

    /// <summary>A text of the status; empty where there is none.</summary>
    public static string Text(this JsonObject resource, string field) => (string?)resource["status"]?[field] ?? "";

    public static int Number(this JsonObject resource, string field) => (int?)resource["status"]?[field] ?? 0;

    /// <summary>The status of a condition: True, False, or empty.</summary>
    public static string Condition(this JsonObject resource, string type) => (string?)Find(resource, type)?["status"] ?? "";

    public static string ConditionMessage(this JsonObject resource, string type) => (string?)Find(resource, type)?["message"] ?? "";

    /// <summary>Resource status, supervisor status, and health of a cluster or state of a job, as the printer columns show them.</summary>
    public static string State(this JsonObject resource)
    {
        var last = (string?)resource["kind"] == "FlinkCluster" ? "clusterHealth" : "jobStatus";
        return string.Join('/', new[] { "resourceStatus", "supervisorStatus", last }.Select(resource.Text).Where(text => text.Length > 0));
    }

    /// <summary>Ready, and that is said about the spec as it is now.</summary>
    public static bool IsReady(this JsonObject resource) => resource.IsSeen() && resource.Condition("Ready") == "True" && resource.Text("resourceStatus") == "Updated";

    /// <summary>What the status says is about the spec as it is now.</summary>
    public static bool IsSeen(this JsonObject resource) => resource.Number("observedGeneration") == (int?)resource["metadata"]?["generation"];

    public static bool IsStopped(this JsonObject resource) => resource.State() is "Updated/Stopped" or "Updated/Stopped/FINISHED" or "Updated/Stopped/CANCELED";

    static JsonNode? Find(JsonObject resource, string type) =>
        (resource["status"]?["conditions"] as JsonArray)?.FirstOrDefault(condition => (string?)condition?["type"] == type);
}
