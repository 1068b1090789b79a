using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>Reads a FlinkJob's status as this or an older version wrote it.</summary>
public static class JobStatusReading
{
    /// <param name="status">The resource's <c>status</c>; undefined reads as <see cref="JobStatus.Empty"/>.</param>
    public static JobStatus Read(JsonElement status) => new()
    {
        ResourceStatus = status.Choice<ResourceStatus>("resourceStatus").IfNone(ResourceStatus.Unknown),
        SupervisorStatus = status.Choice<SupervisorStatus>("supervisorStatus").IfNone(SupervisorStatus.Unknown),
        ClusterName = status.Text("clusterName"),
        ClusterHealth = status.Text("clusterHealth"),
        LabelSelector = status.Text("labelSelector"),
        JobParallelism = status.Number("jobParallelism"),
        JobId = status.Text("jobId"),
        FlinkState = status.Text("jobStatus"),
        SavepointPath = status.Text("savepointPath"),
        SavepointTimestamp = status.Time("savepointTimestamp"),
        SavepointRequestTimestamp = status.Time("savepointRequestTimestamp"),
        Savepoint = Savepoint(status),
        SavepointMode = status.Choice<SavepointMode>("savepointMode").IfNone(SavepointMode.Automatic),
        RestartPolicy = status.Choice<RestartPolicy>("restartPolicy").IfNone(RestartPolicy.Always),
        Digest = Digest(status.Field("digest")),
        Timestamp = status.Time("timestamp"),
        ObservedGeneration = status.LongNumber("observedGeneration"),
        Conditions = SharedStatusReading.Conditions(status),
        Decision = SharedStatusReading.Decision(status),
        Request = SharedStatusReading.Request(status),
        StopIntent = SharedStatusReading.Intent(status),
        WithoutSavepoint = status.Field("progress").Flag("withoutSavepoint"),
        Attempt = status.Number("attempt"),
        Submission = Submission(status.Field("submission")),
        HasRun = status.Field("progress").Flag("hasRun"),
        RestorePoints = status.Items("restorePoints", RestorePoint),
        Failures = status.Field("progress").Number("failures"),
        FailedRuns = status.Field("progress").Number("failedRuns"),
        EndedAt = status.Field("progress").Time("endedAt"),
        RunningSince = status.Field("progress").Time("runningSince"),
        MissingSince = status.Field("progress").Time("missingSince"),
        UnreachableSince = status.Field("progress").Time("unreachableSince"),
        Refusal = status.Text("refusal"),
    };

    internal static Option<JobDigest> Digest(JsonElement digest) => digest.IsObject()
        ? new JobDigest(digest.Text("bootstrap"), digest.Text("savepoint"), digest.Text("restart"))
        : None;

    // A request of the first toolbox has only the two ids: somebody asked for a savepoint and the job goes on.
    static Option<SavepointRequest> Savepoint(JsonElement status)
    {
        var details = status.Field("progress").Field("savepoint");
        var jobId = status.Text("savepointJobId");
        if (!details.IsObject() && jobId.Length == 0) return None;
        return new SavepointRequest(
            jobId, status.Text("savepointTriggerId"),
            details.Choice<RestorePointOrigin>("origin").IfNone(RestorePointOrigin.Manual),
            details.Flag("stopsJob"), details.Number("attempt"),
            (details.Time("since") || status.Time("savepointRequestTimestamp")).IfNone(DateTimeOffset.UnixEpoch));
    }

    static Option<Submission> Submission(JsonElement submission) => submission.IsObject()
        ? new Submission(
            submission.Text("jobId"), submission.Number("attempt"), submission.Number("parallelism"), submission.Text("restorePoint"),
            submission.Text("jobManager"), submission.Time("since").IfNone(DateTimeOffset.UnixEpoch))
        : None;

    static RestorePoint RestorePoint(JsonElement item) => new(
        item.Text("path"), item.Choice<RestorePointOrigin>("origin").IfNone(RestorePointOrigin.Manual),
        item.Time("time").IfNone(DateTimeOffset.UnixEpoch), item.Text("jobId"));
}
