using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

static class JobListAnswers
{
    public static Answer Ids(SimulatedCluster cluster, RestRequest request) => Answer.Ok(new JsonObject
    {
        ["jobs"] = Json.Array(cluster.Jobs.Select(job => new JsonObject { ["id"] = job.Id, ["status"] = job.Status.Wire() })),
    });

    public static Answer Overview(SimulatedCluster cluster, RestRequest request) =>
        Answer.Ok(new JsonObject { ["jobs"] = Json.Array(cluster.Jobs.Select(job => Describe(cluster, job))) });

    static JsonObject Describe(SimulatedCluster cluster, SimulatedJob job)
    {
        var body = new JsonObject
        {
            ["jid"] = job.Id,
            ["name"] = job.Request.Name,
            ["start-time"] = job.StartedAt,
            ["end-time"] = job.EndedAt,
            ["duration"] = (job.EndedAt < 0 ? cluster.Now.ToUnixTimeMilliseconds() : job.EndedAt) - job.StartedAt,
            ["state"] = job.Status.Wire(),
            ["last-modification"] = job.ModifiedAt,
            ["tasks"] = TaskCounts.OfJob(cluster.Version, job),
        };
        if (cluster.Version.AtLeast(2, 0)) body["pending-operators"] = 0;
        if (!cluster.Version.AtLeast(2, 3)) return body;
        body["jobType"] = "STREAMING";
        body["schedulerType"] = cluster.Settings.IsAdaptive ? "Adaptive" : "Default";
        return body;
    }
}
