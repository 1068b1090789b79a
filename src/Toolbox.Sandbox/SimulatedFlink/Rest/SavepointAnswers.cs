using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

static class SavepointAnswers
{
    public static Answer Trigger(SimulatedCluster cluster, RestRequest request) => Start(
        cluster, request, "target-directory", request.Flag("cancel-job") ? SavepointPurpose.CancelAfterwards : SavepointPurpose.Keep, "cancel-job");

    public static Answer Stop(SimulatedCluster cluster, RestRequest request) =>
        Start(cluster, request, "targetDirectory", SavepointPurpose.Stop, "drain");

    public static Answer Status(SimulatedCluster cluster, RestRequest request)
    {
        var job = request.Id(cluster.Version, "job", "jobid");
        var trigger = request.Id(cluster.Version, "trigger", "triggerid");
        var operation = cluster.Savepoints.Find(job, trigger) ?? throw FlinkRestException.Handled(cluster.Version, 404,
            cluster.Version.AtLeast(1, 15)
                ? $"There is no savepoint operation with triggerId={trigger} for job {job}."
                : $"Operation not found under key: org.apache.flink.runtime.rest.handler.job.AsynchronousJobOperationKey@{trigger[..8]}");
        return Answer.Ok(new JsonObject
        {
            ["status"] = new JsonObject { ["id"] = operation.InProgress ? "IN_PROGRESS" : "COMPLETED" },
            ["operation"] = Result(operation),
        });
    }

    static Answer Start(SimulatedCluster cluster, RestRequest request, string targetField, SavepointPurpose purpose, string flagField)
    {
        var version = cluster.Version;
        request.Allow(version, version.AtLeast(1, 15) ? [targetField, flagField, "formatType", "triggerId"] : [targetField, flagField]);
        var jobId = request.Id(version, "job", "jobid");
        var target = request.Text(targetField) ?? cluster.Settings.SavepointDirectory ?? throw NoTarget(version);
        var asked = version.AtLeast(1, 15) ? request.Text("triggerId") : null;
        var operation = new SavepointOperation(jobId, asked?.ToLowerInvariant() ?? cluster.NewId(), target, purpose);
        cluster.Savepoints.Trigger(cluster.FindJob(jobId), operation);
        return Answer.Accepted(new JsonObject { ["request-id"] = operation.TriggerId });
    }

    static FlinkRestException NoTarget(SimulatedVersion version) => FlinkRestException.Handled(version, 400,
        $"Config key [{(version.AtLeast(1, 20) ? "execution.checkpointing.savepoint-dir" : "state.savepoints.dir")}] is not set. Property [target-directory] must be provided.");

    static JsonObject? Result(SavepointOperation operation)
    {
        if (operation.InProgress) return null;
        if (operation.Location is { } location) return new JsonObject { ["location"] = location };
        return new JsonObject
        {
            ["failure-cause"] = new JsonObject
            {
                ["class"] = "java.util.concurrent.CompletionException",
                ["stack-trace"] = operation.FailureTrace,
                ["serialized-throwable"] = "rO0ABXNyACpqYXZhLnV0aWw=",
            },
        };
    }
}
