using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

static class JobAnswers
{
    static readonly (string Id, string Name)[] Vertices =
        [("bc764cd8ddf7a0cff126f51c16239658", "Source: Numbers"), ("20ba6b65f97481d5570070de90e4e791", "Counter -> Sink")];

    public static SimulatedJob Find(SimulatedCluster cluster, RestRequest request)
    {
        var id = request.Id(cluster.Version, "job", "jobid");
        return cluster.FindJob(id) ?? throw FlinkRestException.JobNotFound(id);
    }

    public static Answer Details(SimulatedCluster cluster, RestRequest request)
    {
        var job = Find(cluster, request);
        var version = cluster.Version;
        var now = cluster.Now.ToUnixTimeMilliseconds();
        var body = new JsonObject
        {
            ["jid"] = job.Id, ["name"] = job.Request.Name, ["isStoppable"] = false, ["state"] = job.Status.Wire(),
            ["start-time"] = job.StartedAt, ["end-time"] = job.EndedAt,
            ["duration"] = (job.EndedAt < 0 ? now : job.EndedAt) - job.StartedAt, ["now"] = now,
            ["timestamps"] = Timestamps(version, job),
            ["vertices"] = Json.Array(Vertices.Select(vertex => Vertex(cluster, job, vertex.Id, vertex.Name))),
            ["status-counts"] = TaskCounts.Upper(version, job, TaskCounts.Vertices),
            ["plan"] = Plan(job),
        };
        if (version.AtLeast(1, 13)) body["maxParallelism"] = -1;
        if (version.AtLeast(1, 20)) body["job-type"] = "STREAMING";
        if (version.AtLeast(2, 0)) body["pending-operators"] = 0;
        if (version.AtLeast(2, 3)) (body["schedulerType"], body["application-id"]) = (cluster.Settings.IsAdaptive ? "Adaptive" : "Default", job.Id);
        return Answer.Ok(body);
    }

    public static Answer Cancel(SimulatedCluster cluster, RestRequest request)
    {
        var id = request.Id(cluster.Version, "job", "jobid");
        if (request.Query("mode") == "stop")
            throw new FlinkRestException(308, "The termination mode \"stop\" has been removed. For an ungraceful shutdown, please use \"cancel\" instead. For a graceful shutdown, please use \"jobs/:jobId/stop\" instead.");
        var job = cluster.FindJob(id)
            ?? throw FlinkRestException.Handled(cluster.Version, 404, "Job could not be found.", FlinkRestException.JobNotFoundText(id));
        if (job.Status.IsEnded() && !cluster.Version.AtLeast(1, 15))
            throw FlinkRestException.Handled(cluster.Version, 404, "Job could not be found.", FlinkRestException.JobNotFoundText(id));
        if (job.Status is JobStatus.Finished or JobStatus.Failed)
            throw FlinkRestException.Handled(cluster.Version, 409,
                $"Job cancellation failed because the job has already reached another terminal state ({job.Status.Wire()}).");
        if (!job.Status.IsEnded()) cluster.Lifecycle.Cancel(job);
        return Answer.Accepted(new JsonObject());
    }

    public static Answer Status(SimulatedCluster cluster, RestRequest request)
    {
        if (!cluster.Version.AtLeast(1, 16)) throw new FlinkRestException(404, $"Unable to load requested file {request.Path}.");
        var id = request.Id(cluster.Version, "job", "jobid");
        var job = cluster.FindJob(id) ?? throw FlinkRestException.Internal(FlinkRestException.JobNotFoundText(id));
        return Answer.Ok(new JsonObject { ["status"] = job.Status.Wire() });
    }

    public static Answer Config(SimulatedCluster cluster, RestRequest request)
    {
        var job = Find(cluster, request);
        var execution = new JsonObject
        {
            ["restart-strategy"] = "Cluster level default restart strategy",
            ["job-parallelism"] = job.Parallelism,
            ["object-reuse-mode"] = false,
            ["user-config"] = new JsonObject(),
        };
        if (!cluster.Version.AtLeast(2, 0)) execution["execution-mode"] = "PIPELINED";
        return Answer.Ok(new JsonObject { ["jid"] = job.Id, ["name"] = job.Request.Name, ["execution-config"] = execution });
    }

    /// <summary>The accumulator `recordsProcessed` shows what the job has counted, restored state included.</summary>
    public static Answer Accumulators(SimulatedCluster cluster, RestRequest request) => Answer.Ok(new JsonObject
    {
        ["job-accumulators"] = new JsonArray(),
        ["user-task-accumulators"] = new JsonArray(new JsonObject
        {
            ["name"] = "recordsProcessed", ["type"] = "LongCounter", ["value"] = $"{Find(cluster, request).Records(cluster.Now)}",
        }),
        ["serialized-user-task-accumulators"] = new JsonObject(),
    });

    static JsonObject Timestamps(SimulatedVersion version, SimulatedJob job)
    {
        var body = new JsonObject();
        foreach (var status in Enum.GetValues<JobStatus>())
            if (status != JobStatus.Initializing || version.AtLeast(1, 12))
                body[status.Wire()] = job.Timestamps.GetValueOrDefault(status);
        return body;
    }

    static JsonObject Vertex(SimulatedCluster cluster, SimulatedJob job, string id, string name)
    {
        var records = job.Records(cluster.Now);
        var source = id == Vertices[0].Id;
        var body = new JsonObject
        {
            ["id"] = id, ["name"] = name, ["parallelism"] = job.Parallelism,
            // An aggregate over tasks that are only scheduled reads as CREATED.
            ["status"] = job.Phase == TaskPhase.Scheduled ? "CREATED" : job.Phase.ToString().ToUpperInvariant(),
            ["start-time"] = job.TasksStartedAt ?? -1, ["end-time"] = job.EndedAt,
            ["duration"] = job.TasksStartedAt is { } started ? (job.EndedAt < 0 ? cluster.Now.ToUnixTimeMilliseconds() : job.EndedAt) - started : -1,
            ["tasks"] = TaskCounts.Upper(cluster.Version, job, job.Parallelism),
            ["metrics"] = new JsonObject
            {
                ["read-bytes"] = source ? 0 : records * 8, ["read-bytes-complete"] = true,
                ["write-bytes"] = source ? records * 8 : 0, ["write-bytes-complete"] = true,
                ["read-records"] = source ? 0 : records, ["read-records-complete"] = true,
                ["write-records"] = source ? records : 0, ["write-records-complete"] = true,
            },
        };
        if (cluster.Version.AtLeast(1, 13)) body["maxParallelism"] = 128;
        return body;
    }

    static JsonObject Plan(SimulatedJob job) => new()
    {
        ["jid"] = job.Id, ["name"] = job.Request.Name, ["type"] = "STREAMING",
        ["nodes"] = Json.Array(Vertices.Select(vertex => new JsonObject
        {
            ["id"] = vertex.Id, ["parallelism"] = job.Parallelism, ["operator"] = "", ["operator_strategy"] = "",
            ["description"] = vertex.Name, ["optimizer_properties"] = new JsonObject(),
        })),
    };
}
