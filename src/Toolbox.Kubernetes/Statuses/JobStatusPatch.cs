using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Core.Job;
using Toolbox.Core.RestorePoints;
using static Toolbox.Kubernetes.Statuses.StatusValues;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>Writes a FlinkJob's status.</summary>
public static class JobStatusPatch
{
    /// <summary>A JSON merge patch of the status with what differs and nothing else; empty when nothing does.</summary>
    public static JsonObject Between(JsonElement before, JobStatus after) => StatusPatch.Between(before, Render(after));

    static JsonObject Render(JobStatus status) => new()
    {
        ["resourceStatus"] = status.ResourceStatus.ToString(),
        ["supervisorStatus"] = status.SupervisorStatus.ToString(),
        ["clusterName"] = status.ClusterName,
        ["clusterHealth"] = status.ClusterHealth,
        ["labelSelector"] = status.LabelSelector,
        ["jobParallelism"] = status.JobParallelism,
        ["jobId"] = status.JobId,
        ["jobStatus"] = status.FlinkState,
        ["savepointPath"] = status.SavepointPath,
        ["savepointTimestamp"] = Value(status.SavepointTimestamp),
        ["savepointRequestTimestamp"] = Value(status.SavepointRequestTimestamp),
        ["savepointJobId"] = status.Savepoint.Map(savepoint => savepoint.JobId).IfNone(""),
        ["savepointTriggerId"] = status.Savepoint.Map(savepoint => savepoint.TriggerId).IfNone(""),
        ["savepointMode"] = status.SavepointMode.ToString(),
        ["restartPolicy"] = status.RestartPolicy.ToString(),
        ["digest"] = Part(status.Digest, Digest),
        ["timestamp"] = Value(status.Timestamp),
        ["observedGeneration"] = status.ObservedGeneration,
        ["conditions"] = List(status.Conditions, Condition),
        ["decision"] = Part(status.Decision, Decision),
        ["request"] = Part(status.Request, Request),
        ["progress"] = new JsonObject
        {
            ["intent"] = Value(status.StopIntent),
            ["withoutSavepoint"] = NullIfFalse(status.WithoutSavepoint),
            ["hasRun"] = NullIfFalse(status.HasRun),
            ["failures"] = NullIfZero(status.Failures),
            ["failedRuns"] = NullIfZero(status.FailedRuns),
            ["endedAt"] = Value(status.EndedAt),
            ["runningSince"] = Value(status.RunningSince),
            ["unreachableSince"] = Value(status.UnreachableSince),
            ["missingSince"] = Value(status.MissingSince),
            ["savepoint"] = Part(status.Savepoint, Savepoint),
        },
        ["attempt"] = status.Attempt,
        ["submission"] = Part(status.Submission, Submission),
        ["restorePoints"] = List(status.RestorePoints, RestorePoint),
        ["refusal"] = NullIfEmpty(status.Refusal),
    };

    internal static JsonObject Digest(JobDigest digest) => new()
    {
        ["bootstrap"] = digest.Bootstrap,
        ["savepoint"] = digest.Savepoint,
        ["restart"] = digest.Restart,
    };

    static JsonObject Savepoint(SavepointRequest savepoint) => new()
    {
        ["origin"] = savepoint.Origin.ToString(),
        ["stopsJob"] = savepoint.StopsJob,
        ["attempt"] = savepoint.Attempt,
        ["since"] = Text(savepoint.Since),
    };

    static JsonObject Submission(Submission submission) => new()
    {
        ["jobId"] = submission.JobId,
        ["attempt"] = submission.Attempt,
        ["parallelism"] = submission.Parallelism,
        ["restorePoint"] = submission.RestorePoint,
        ["jobManager"] = submission.JobManager,
        ["since"] = Text(submission.Since),
    };

    static JsonObject RestorePoint(RestorePoint point) => new()
    {
        ["path"] = point.Path,
        ["origin"] = point.Origin.ToString(),
        ["time"] = Text(point.Time),
        ["jobId"] = point.JobId,
    };
}
