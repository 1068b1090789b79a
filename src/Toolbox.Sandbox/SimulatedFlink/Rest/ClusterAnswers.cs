using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

static class ClusterAnswers
{
    const string Commit = "5151517";

    public static Answer Overview(SimulatedCluster cluster, RestRequest request)
    {
        var body = new JsonObject
        {
            ["taskmanagers"] = cluster.Slots.TaskManagers.Count,
            ["slots-total"] = cluster.Slots.Total,
            ["slots-available"] = cluster.Slots.Free,
            ["jobs-running"] = cluster.Jobs.Count(job => !job.Status.IsEnded()),
            ["jobs-finished"] = cluster.Jobs.Count(job => job.Status == JobStatus.Finished),
            ["jobs-cancelled"] = cluster.Jobs.Count(job => job.Status == JobStatus.Canceled),
            ["jobs-failed"] = cluster.Jobs.Count(job => job.Status == JobStatus.Failed),
            ["flink-version"] = cluster.Version.Text,
            ["flink-commit"] = Commit,
        };
        return Answer.Ok(body);
    }

    public static Answer Config(SimulatedCluster cluster, RestRequest request)
    {
        var features = new JsonObject { ["web-submit"] = true };
        if (cluster.Version.AtLeast(1, 14)) features["web-cancel"] = true;
        if (cluster.Version.AtLeast(1, 18)) features["web-rescale"] = false;
        if (cluster.Version.AtLeast(1, 16)) features["web-history"] = false;
        return Answer.Ok(new JsonObject
        {
            ["refresh-interval"] = 3000,
            ["timezone-name"] = "Coordinated Universal Time",
            ["timezone-offset"] = 0,
            ["flink-version"] = cluster.Version.Text,
            ["flink-revision"] = Commit + " @ 2026-01-01T00:00:00+00:00",
            ["features"] = features,
        });
    }

    public static Answer JobManagerConfig(SimulatedCluster cluster, RestRequest request) =>
        Answer.Ok(Json.Array(cluster.Configuration
            .Select(item => new JsonObject { ["key"] = item.Key, ["value"] = IsSecret(item.Key) ? "******" : item.Value })));

    static bool IsSecret(string key) =>
        new[] { "password", "secret", "token", "credential" }.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase));
}
