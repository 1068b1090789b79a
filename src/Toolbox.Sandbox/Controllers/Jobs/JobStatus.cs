using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Jobs;

/// <summary>The status of a Job, from its pods and the verdict.</summary>
static class JobStatus
{
    public static JsonObject Of(JobTally tally, JobVerdict? verdict, string now)
    {
        var status = new JsonObject();
        var suspended = tally.Job.FlagAt("spec", "suspend") == true && verdict is null;
        var conditions = Conditions(tally, verdict, suspended, now);
        if (conditions.Count > 0) status["conditions"] = conditions;
        if (!suspended) status["startTime"] = tally.Job.TextAt("status", "startTime") ?? now;
        if (verdict is { Succeeded: true } && IsOver(tally)) status["completionTime"] = tally.Job.TextAt("status", "completionTime") ?? now;
        Count(status, "active", tally.Active.Count);
        Count(status, "succeeded", tally.Succeeded);
        Count(status, "failed", tally.Failed);
        status["terminating"] = tally.Terminating;
        var uncounted = new JsonObject();
        if (tally.UncountedSucceeded.Count > 0) uncounted["succeeded"] = tally.UncountedSucceeded.ToJsonArray();
        if (tally.UncountedFailed.Count > 0) uncounted["failed"] = tally.UncountedFailed.ToJsonArray();
        status["uncountedTerminatedPods"] = uncounted;
        status["ready"] = tally.Active.Count(Pods.IsReady);
        return status;
    }

    /// <summary>All pods have ended and are counted, so the end may be stated.</summary>
    static bool IsOver(JobTally tally) => !tally.HasUncounted && tally.Active.Count == 0 && tally.Terminating == 0;

    static JsonArray Conditions(JobTally tally, JobVerdict? verdict, bool suspended, string now)
    {
        var conditions = new JsonArray([.. tally.Job.ObjectsAt("status", "conditions").Select(condition => condition.DeepClone())]);
        var wasSuspended = Find(conditions, "Suspended").TextAt("status") == "True";
        if (suspended) Set(conditions, "Suspended", "True", "JobSuspended", "Job suspended", now);
        else if (wasSuspended && verdict is null) Set(conditions, "Suspended", "False", "JobResumed", "Job resumed", now);
        if (verdict is null) return conditions;
        Set(conditions, verdict.Announcement, "True", verdict.Reason, verdict.Message, now);
        // The announcement has to be stored before the end is stated.
        if (Find(tally.Job["status"]?["conditions"] as JsonArray, verdict.Announcement) is not null && IsOver(tally))
            Set(conditions, verdict.End, "True", verdict.Reason, verdict.Message, now);
        return conditions;
    }

    static void Set(JsonArray conditions, string type, string status, string reason, string message, string now)
    {
        var before = Find(conditions, type);
        if (before.TextAt("status") == status) return;
        if (before is not null) conditions.Remove(before);
        JsonNode condition = new JsonObject
        {
            ["type"] = type,
            ["status"] = status,
            ["lastProbeTime"] = now,
            ["lastTransitionTime"] = now,
            ["reason"] = reason,
            ["message"] = message,
        };
        conditions.Add(condition);
    }

    static JsonObject? Find(JsonArray? conditions, string type) =>
        conditions?.OfType<JsonObject>().FirstOrDefault(condition => condition.TextAt("type") == type);

    static void Count(JsonObject status, string name, long count)
    {
        if (count > 0) status[name] = count;
    }
}
