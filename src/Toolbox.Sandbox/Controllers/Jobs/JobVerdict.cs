using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Jobs;

/// <summary>Whether a Job is over, and why.</summary>
/// <param name="Succeeded">The conditions are SuccessCriteriaMet and Complete, otherwise FailureTarget and Failed.</param>
sealed record JobVerdict(bool Succeeded, string Reason, string Message)
{
    static readonly JobVerdict Reached = new(true, "CompletionsReached", "Reached expected number of succeeded pods");
    static readonly JobVerdict TooManyFailures = new(false, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
    static readonly JobVerdict TooLate = new(false, "DeadlineExceeded", "Job was active longer than specified deadline");

    static readonly JobVerdict NotSupported = new(
        false, "CompletionModeNotSupported", "The sandbox runs Jobs of completion mode NonIndexed only");

    /// <summary>The condition that announces the end.</summary>
    public string Announcement => Succeeded ? "SuccessCriteriaMet" : "FailureTarget";

    /// <summary>The condition that states the end, once all pods are counted and gone.</summary>
    public string End => Succeeded ? "Complete" : "Failed";

    /// <summary>Null while the Job goes on. What was announced once stays.</summary>
    public static JobVerdict? Of(JobTally tally, DateTimeOffset now)
    {
        var job = tally.Job;
        if (Announced(job) is { } announced) return announced;
        if (job.TextAt("spec", "completionMode") is { } mode && mode != "NonIndexed") return NotSupported;
        var limit = job.NumberAt("spec", "backoffLimit") ?? 6;
        if (tally.AllFailed > limit || Restarts(tally) is var restarts && (limit == 0 ? restarts > 0 : restarts >= limit)) return TooManyFailures;
        if (UntilDeadline(job, now) is { } left && left <= TimeSpan.Zero) return TooLate;
        return tally.Completions is { } completions
            ? tally.AllSucceeded >= completions ? Reached : null
            : tally.AllSucceeded > 0 && tally.Active.Count == 0 ? Reached : null;
    }

    /// <summary>How long the Job may still be active; null without a limit.</summary>
    public static TimeSpan? UntilDeadline(JsonObject job, DateTimeOffset now) =>
        job.NumberAt("spec", "activeDeadlineSeconds") is { } seconds && job.TimeAt("status", "startTime") is { } start && job.FlagAt("spec", "suspend") != true
            ? start.AddSeconds(seconds) - now
            : null;

    /// <summary>The condition Complete or Failed, when the Job is over for good.</summary>
    public static JsonObject? Finished(JsonObject job) => job.ObjectsAt("status", "conditions")
        .FirstOrDefault(condition => condition.TextAt("type") is "Complete" or "Failed" && condition.TextAt("status") == "True");

    static JobVerdict? Announced(JsonObject job)
    {
        var condition = job.ObjectsAt("status", "conditions")
            .FirstOrDefault(item => item.TextAt("type") is "SuccessCriteriaMet" or "FailureTarget" && item.TextAt("status") == "True");
        return condition is null ? null : new JobVerdict(
            condition.TextAt("type") == "SuccessCriteriaMet", condition.TextAt("reason") ?? "", condition.TextAt("message") ?? "");
    }

    // With restart policy OnFailure the kubelet restarts containers in place; those restarts count instead of failed pods.
    static long Restarts(JobTally tally) => tally.Job.TextAt("spec", "template", "spec", "restartPolicy") != "OnFailure" ? -1
        : tally.Pods.Where(pod => Pods.Phase(pod) is "Running" or "Pending")
            .SelectMany(pod => pod.ObjectsAt("status", "initContainerStatuses").Concat(pod.ObjectsAt("status", "containerStatuses")))
            .Sum(container => container.NumberAt("restartCount") ?? 0);
}
