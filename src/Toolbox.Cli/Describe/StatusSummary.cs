using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;

namespace Toolbox.Cli.Describe;

/// <summary>What matters most of a status.</summary>
static class StatusSummary
{
    public static IEnumerable<(string, string)> Of(ResourceKind kind, JsonObject resource, NamespaceContent content, DateTimeOffset now)
    {
        var status = resource["status"];
        IEnumerable<(string, string)> shared =
        [
            ("age", Age.Since(resource.Time("metadata", "creationTimestamp"), now)),
            ("resource", status.Text("resourceStatus")),
            ("state", status.Text("supervisorStatus")),
        ];
        var own = kind == ResourceKind.Job ? Job(resource, content) : kind == ResourceKind.Cluster ? Cluster(status) : [];
        return [.. shared, .. own, ("changed", Ago(Age.Since(status.Time("timestamp"), now))), ("generation", Generation(resource))];
    }

    static IEnumerable<(string, string)> Cluster(JsonNode? status) =>
    [
        ("health", status.Text("clusterHealth")),
        ("TaskManagers", Of(status.Text("taskManagerReplicas"), status.Text("taskManagers"))),
        ("slots", status.Text("totalTaskSlots")),
        ("service", status.Text("serviceMode")),
        ("starts", status.Text("attempt")),
    ];

    static IEnumerable<(string, string)> Job(JsonObject resource, NamespaceContent content) =>
    [
        ("cluster", content.ClusterOf(resource)),
        ("Flink job", resource.Text("status", "jobId")),
        ("Flink says", resource.Text("status", "jobStatus")),
        ("parallelism", resource.Text("status", "jobParallelism")),
        ("submissions", resource.Text("status", "attempt")),
        ("started from", resource.Text("status", "submission", "restorePoint")),
        ("savepoint", resource.Text("status", "savepointPath")),
    ];

    static string Of(string present, string wanted) => present.Length == 0 ? "" : $"{present} of {wanted}";

    static string Ago(string age) => age.Length == 0 ? "" : $"{age} ago";

    static string Generation(JsonObject resource)
    {
        var (written, seen) = (resource.Text("metadata", "generation"), resource.Text("status", "observedGeneration"));
        return written == seen || seen.Length == 0 ? "" : $"{written}, but the last that was looked at is {seen}";
    }
}
