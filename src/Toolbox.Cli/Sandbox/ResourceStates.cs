using System.Text.Json.Nodes;

namespace Toolbox.Cli.Sandbox;

/// <summary>Reads how far a resource is, from what any client of the API sees.</summary>
static class ResourceStates
{
    public static ResourceState Deployment(JsonObject resource) => Of(resource, "FlinkDeployment",
        Text(resource, "resourceStatus"), Message(resource), Text(resource, "resourceStatus") == "Updated" && Has(resource, "Ready"));

    public static ResourceState Cluster(JsonObject resource)
    {
        var state = Join(resource, "resourceStatus", "supervisorStatus", "clusterHealth");
        var ready = state == "Updated / Started / HEALTHY";
        var detail = $"{Number(resource, "taskManagerReplicas")} TaskManagers, {Number(resource, "totalTaskSlots")} slots";
        return Of(resource, "FlinkCluster", state, ready ? detail : Message(resource), ready);
    }

    public static ResourceState Job(JsonObject resource)
    {
        var state = Join(resource, "resourceStatus", "supervisorStatus", "jobStatus");
        var ready = state is "Updated / Started / RUNNING" or "Updated / Stopped / FINISHED" && Text(resource, "jobId").Length > 0 && Has(resource, "Ready");
        return Of(resource, "FlinkJob", state, ready ? $"job {Text(resource, "jobId")}" : Message(resource), ready);
    }

    public static ResourceState Pod(JsonObject resource)
    {
        var statuses = resource["status"]?["containerStatuses"] as JsonArray ?? [];
        var waiting = statuses.Select(status => (string?)status?["state"]?["waiting"]?["reason"]).FirstOrDefault(reason => reason is { Length: > 0 });
        var restarts = statuses.Sum(status => (int?)status?["restartCount"] ?? 0);
        var phase = resource["metadata"]?["deletionTimestamp"] is null ? Text(resource, "phase") : "Terminating";
        return Of(resource, "Pod", waiting ?? phase, restarts > 0 ? $"{restarts} restarts" : "", phase is "Running" or "Succeeded");
    }

    static ResourceState Of(JsonObject resource, string kind, string state, string detail, bool ready) =>
        new(kind, (string?)resource["metadata"]?["name"] ?? "", state.Length == 0 ? "-" : state, detail, ready);

    static string Join(JsonObject resource, params string[] fields) =>
        string.Join(" / ", fields.Select(field => Text(resource, field)).Where(text => text.Length > 0));

    static string Text(JsonObject resource, string field) => (string?)resource["status"]?[field] ?? "";

    static int Number(JsonObject resource, string field) => (int?)resource["status"]?[field] ?? 0;

    static string Message(JsonObject resource) => (string?)resource["status"]?["decision"]?["message"] ?? "";

    static bool Has(JsonObject resource, string type) => resource["status"]?["conditions"] is JsonArray conditions
        && conditions.Any(condition => (string?)condition?["type"] == type && (string?)condition?["status"] == "True");
}
