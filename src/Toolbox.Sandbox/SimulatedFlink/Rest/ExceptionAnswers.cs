using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

/// <summary>GET /jobs/ID/exceptions in its three shapes: root exception (up to 1.12), both, and history only (from 2.0).</summary>
static class ExceptionAnswers
{
    public static Answer Exceptions(SimulatedCluster cluster, RestRequest request)
    {
        var job = JobAnswers.Find(cluster, request);
        var body = new JsonObject();
        if (!cluster.Version.AtLeast(2, 0)) AddRoot(body, cluster.Version, job);
        if (cluster.Version.AtLeast(1, 13))
            body["exceptionHistory"] = new JsonObject
            {
                ["entries"] = Json.Array(job.Exceptions.Select(item => Entry(cluster.Version, item))),
                ["truncated"] = false,
            };
        return Answer.Ok(body);
    }

    static void AddRoot(JsonObject body, SimulatedVersion version, SimulatedJob job)
    {
        var newest = job.Exceptions.FirstOrDefault();
        body["root-exception"] = newest?.Trace;
        body["timestamp"] = newest?.Timestamp;
        body["all-exceptions"] = Json.Array(job.Exceptions.Where(item => item.TaskName is not null).Take(1).Select(item =>
        {
            var entry = new JsonObject { ["exception"] = item.Trace, ["task"] = item.TaskName, ["timestamp"] = item.Timestamp };
            AddPlace(entry, version);
            return entry;
        }));
        body["truncated"] = false;
    }

    /// <summary>Where the task ran, under the names of the version.</summary>
    static void AddPlace(JsonObject entry, SimulatedVersion version)
    {
        if (!version.AtLeast(2, 0)) entry["location"] = "localhost:6121";
        if (version.AtLeast(1, 19)) entry["endpoint"] = "localhost:6121";
        if (version.AtLeast(1, 17)) entry["taskManagerId"] = "localhost:6122-000001";
    }

    static JsonObject Entry(SimulatedVersion version, JobException item)
    {
        var entry = new JsonObject { ["exceptionName"] = item.ClassName, ["stacktrace"] = item.Trace, ["timestamp"] = item.Timestamp };
        if (version.AtLeast(1, 18)) entry["failureLabels"] = new JsonObject();
        entry["concurrentExceptions"] = new JsonArray();
        if (item.TaskName is null) return entry;
        entry["taskName"] = item.TaskName;
        AddPlace(entry, version);
        return entry;
    }
}
