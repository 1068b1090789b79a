using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.Core.Job;

namespace Toolbox.Cli.Top;

/// <summary>Clusters with their jobs below them as rows, below a row of titles.</summary>
static class TopTable
{
    static readonly string[] Titles = ["NAME", "STATE", "SINCE", "SLOTS", "TASKMANAGERS", "RESTARTS", "CHECKPOINT", "SAVEPOINT", "DETAIL"];

    public static IEnumerable<(Tone Tone, string Text)[]> Rows(IReadOnlyList<JsonObject> clusters, IReadOnlyList<JsonObject> jobs, DateTimeOffset now)
    {
        yield return [.. Titles.Select(title => (Tone.Strong, title))];
        var places = jobs.ToLookup(job => (Place(job), ClusterOf(job, clusters)));
        foreach (var cluster in clusters.OrderBy(Place, StringComparer.Ordinal).ThenBy(cluster => cluster.Name(), StringComparer.Ordinal))
        {
            var own = places[(Place(cluster), cluster.Name())].OrderBy(job => job.Name(), StringComparer.Ordinal).ToList();
            yield return Cluster(cluster, own.Sum(job => job.Number("status", "jobParallelism")), now);
            foreach (var job in own) yield return Job(job, "  ", now);
        }
        foreach (var job in jobs.Where(job => ClusterOf(job, clusters).Length == 0).OrderBy(job => job.Name(), StringComparer.Ordinal)) yield return Job(job, "", now);
    }

    static (Tone, string)[] Cluster(JsonObject cluster, int used, DateTimeOffset now)
    {
        var health = Health.Of(cluster);
        var status = cluster["status"];
        return
        [
            (Tone.Plain, $"fc/{cluster.Name()}"), (health.Tone, health.Text), (Tone.Plain, Since(cluster, now)), (Tone.Plain, $"{used} of {status.Number("totalTaskSlots")}"),
            (Tone.Plain, $"{status.Number("taskManagerReplicas")} of {status.Number("taskManagers")}"), Restarts(status), (Tone.Plain, ""), (Tone.Plain, ""), (Tone.Quiet, health.Detail),
        ];
    }

    static (Tone, string)[] Job(JsonObject job, string indent, DateTimeOffset now)
    {
        var health = Health.Of(job);
        var status = job["status"];
        var checkpoint = status.Items("restorePoints").Where(point => point.Text("origin").Contains("Checkpoint", StringComparison.Ordinal)).Select(point => point.Time("time")).Max();
        return
        [
            (Tone.Plain, $"{indent}fj/{job.Name()}"), (health.Tone, health.Text), (Tone.Plain, Since(job, now)), (Tone.Plain, status.Text("jobParallelism")),
            (Tone.Plain, ""), Restarts(status), (Tone.Plain, Age.Since(checkpoint, now)), (Tone.Plain, Age.Since(status.Time("savepointTimestamp"), now)), (Tone.Quiet, health.Detail),
        ];
    }

    // The first start is none that anybody has to worry about.
    static (Tone, string) Restarts(JsonNode? status) => Math.Max(0, status.Number("attempt") - 1) is var restarts && restarts > 0 ? (Tone.Busy, $"{restarts}") : (Tone.Plain, "0");

    static string Since(JsonObject resource, DateTimeOffset now) => Age.Since(
        resource.Items("status", "conditions").Where(condition => condition.Text("status") == "True").Select(condition => condition.Time("lastTransitionTime")).Max(), now);

    static string Place(JsonObject resource) => resource.Text("metadata", "namespace");

    static string ClusterOf(JsonObject job, IReadOnlyList<JsonObject> clusters) => JobAssociation.ClusterOf(
        job.Name(), job.Text("status", "clusterName"), clusters.Where(cluster => Place(cluster) == Place(job)).Select(cluster => cluster.Name())).IfNone("");
}
