using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Controllers.Jobs;

/// <summary>
/// Counts the pods of a Job so that each finished pod is counted once, even across crashes: a finished pod is first noted in the status
/// as uncounted, then loses its tracking finalizer, and only then goes into the counter.
/// </summary>
sealed class JobTally
{
    public const string Finalizer = "batch.kubernetes.io/job-tracking";

    public JobTally(JsonObject job, IReadOnlyCollection<JsonObject> pods)
    {
        Job = job;
        Pods = pods;
        Active = [.. pods.Where(Machinery.Pods.IsActive)];
        var tracked = pods.Where(IsTracked).Select(ObjectMetadata.Uid).ToHashSet();
        foreach (var (kind, finished) in (((string, Func<JsonObject, bool>)[])[("succeeded", HasSucceeded), ("failed", HasFailed)]))
        {
            var noted = job.TextsAt("status", "uncountedTerminatedPods", kind).ToList();
            var uncounted = noted.Where(tracked.Contains).ToList();
            var fresh = pods.Where(pod => IsTracked(pod) && finished(pod)).Select(ObjectMetadata.Uid).Except(noted);
            var counted = (job.NumberAt("status", kind) ?? 0) + noted.Count - uncounted.Count;
            uncounted.AddRange(fresh.Order(StringComparer.Ordinal));
            if (kind == "succeeded") (Succeeded, UncountedSucceeded) = (counted, uncounted);
            else (Failed, UncountedFailed) = (counted, uncounted);
        }
    }

    public JsonObject Job { get; }

    public IReadOnlyCollection<JsonObject> Pods { get; }

    public List<JsonObject> Active { get; }

    public long Succeeded { get; }

    public long Failed { get; }

    public List<string> UncountedSucceeded { get; } = [];

    public List<string> UncountedFailed { get; } = [];

    public long AllSucceeded => Succeeded + UncountedSucceeded.Count;

    public long AllFailed => Failed + UncountedFailed.Count;

    public bool HasUncounted => UncountedSucceeded.Count + UncountedFailed.Count > 0;

    public int Terminating => Pods.Count(pod => Machinery.Pods.IsDeleting(pod) && !Machinery.Pods.IsFinished(pod));

    public long? Completions => Job.NumberAt("spec", "completions");

    /// <summary>How many pods shall run now.</summary>
    public long Wanted
    {
        get
        {
            var parallelism = Job.NumberAt("spec", "parallelism") ?? 1;
            if (Completions is { } completions) return Math.Max(0, Math.Min(parallelism, completions - AllSucceeded));
            // Without completions the first success means that the work is running out.
            return AllSucceeded > 0 ? Math.Min(Active.Count, parallelism) : parallelism;
        }
    }

    /// <summary>Noted in the status already, so their finalizers may go.</summary>
    public IEnumerable<JsonObject> NotedAndTracked()
    {
        var noted = Job.TextsAt("status", "uncountedTerminatedPods", "succeeded")
            .Concat(Job.TextsAt("status", "uncountedTerminatedPods", "failed")).ToHashSet();
        return Pods.Where(pod => IsTracked(pod) && noted.Contains(ObjectMetadata.Uid(pod)));
    }

    public static bool IsTracked(JsonObject pod) => pod.TextsAt("metadata", "finalizers").Contains(Finalizer);

    static bool HasSucceeded(JsonObject pod) => Machinery.Pods.Phase(pod) == "Succeeded";

    // A pod that is being deleted is replaced at once (podReplacementPolicy TerminatingOrFailed), so it counts as failed.
    bool HasFailed(JsonObject pod) => Machinery.Pods.Phase(pod) == "Failed"
        || (Machinery.Pods.IsDeleting(pod) && !HasSucceeded(pod) && Job.TextAt("spec", "podReplacementPolicy") != "Failed");
}
