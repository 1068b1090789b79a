using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Jobs;

/// <summary>Creates and deletes the pods of a Job, and takes the tracking finalizer off those that are counted.</summary>
sealed class JobPods(ControllerContext context, Action<JsonObject, string, string> normal, Action<JsonObject, string, string> warning)
{
    static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);
    readonly ResourceCache<JsonObject> _pods = context.Caches.Of(Resources.Pods);

    // Deleted by us, although the cache may still show them alive.
    readonly ConcurrentDictionary<string, bool> _condemned = new();

    public List<JsonObject> Of(JsonObject job) =>
        [.. _pods.InNamespace(ObjectMetadata.Key(job).Namespace).Values.Where(pod => Owners.IsControlledBy(pod, job))];

    /// <summary>Brings the number of running pods to what the Job wants now.</summary>
    /// <returns>When to look again: a failed pod is replaced only after a while.</returns>
    public async Task<TimeSpan?> Manage(JobTally tally, JobVerdict? verdict, DateTimeOffset now, CancellationToken cancellation)
    {
        var job = tally.Job;
        var active = tally.Active.Where(pod => !_condemned.ContainsKey(ObjectMetadata.Uid(pod))).ToList();
        var wanted = verdict is not null || job.FlagAt("spec", "suspend") == true ? 0 : tally.Wanted;
        if (active.Count > wanted) await Delete(job, active.OrderBy(Pods.IsReady).Take(active.Count - (int)wanted), cancellation);
        var missing = (int)wanted - active.Count;
        // Policy Failed replaces a pod only when it is gone for good.
        if (job.TextAt("spec", "podReplacementPolicy") == "Failed") missing -= tally.Terminating;
        if (missing <= 0) return null;
        if (UntilReplacement(tally, now) is { } delay && delay > TimeSpan.Zero) return delay;
        await Create(job, missing, cancellation);
        return null;
    }

    /// <summary>Takes the finalizer off these pods; true when there were any.</summary>
    public async Task<bool> Release(IEnumerable<JsonObject> pods, CancellationToken cancellation)
    {
        var any = false;
        foreach (var pod in pods)
        {
            var key = ObjectMetadata.Key(pod);
            var patch = new JsonObject
            {
                ["metadata"] = new JsonObject
                {
                    ["uid"] = ObjectMetadata.Uid(pod),
                    ["finalizers"] = pod.TextsAt("metadata", "finalizers").Where(name => name != JobTally.Finalizer).ToJsonArray(),
                    ["resourceVersion"] = ObjectMetadata.ResourceVersion(pod),
                },
            };
            var answer = await context.Client.MergePatch(Resources.Pods, key.Namespace, key.Name, patch, ControllerContext.Manager, cancellation);
            if (answer.DoneOrGone($"taking the finalizer off pod {key}") && answer.IsOk(out var released)) _pods.Offer(released);
            any = true;
        }
        return any;
    }

    /// <summary>Pods whose Job is gone, or has been replaced by another of the same name, would wait for ever.</summary>
    public async Task ReleaseOrphans(ObjectKey key, JsonObject? job, CancellationToken cancellation)
    {
        var orphans = _pods.InNamespace(key.Namespace).Values.Where(pod =>
            JobTally.IsTracked(pod) && Owners.ControllerKey(pod, Resources.Jobs).Contains(key)
            && (job is null || !Owners.IsControlledBy(pod, job)));
        await Release(orphans.ToList(), cancellation);
    }

    async Task Create(JsonObject job, int count, CancellationToken cancellation)
    {
        for (var index = 0; index < count; index++)
        {
            var pod = Pods.FromTemplate(job, JobTally.Finalizer);
            var answer = await context.Client.Create(
                Resources.Pods, ObjectMetadata.Key(job).Namespace, pod, ControllerContext.Manager, cancellation);
            if (!answer.IsOk(out var created))
            {
                warning(job, "FailedCreate", $"Error creating: {answer.Describe()}");
                answer.OrRetry("creating a pod");
                return;
            }
            _pods.Offer(created);
            normal(job, "SuccessfulCreate", $"Created pod: {created.TextAt("metadata", "name")}");
        }
    }

    async Task Delete(JsonObject job, IEnumerable<JsonObject> pods, CancellationToken cancellation)
    {
        foreach (var pod in pods)
        {
            var (key, uid) = (ObjectMetadata.Key(pod), ObjectMetadata.Uid(pod));
            var answer = await context.Client.Delete(Resources.Pods, key.Namespace, key.Name, new DeleteOptions { Uid = uid }, cancellation);
            if (!answer.DoneOrGone($"deleting pod {key}")) continue;
            _condemned[uid] = true;
            normal(job, "SuccessfulDelete", $"Deleted pod: {key.Name}");
        }
        if (_condemned.Count > 1000) _condemned.Clear();
    }

    TimeSpan? UntilReplacement(JobTally tally, DateTimeOffset now)
    {
        if (tally.AllFailed == 0) return null;
        var failed = tally.Pods.Where(pod => Pods.Phase(pod) == "Failed").ToList();
        if (failed.Count == 0) return null;
        var last = failed.Max(pod => pod.ObjectsAt("status", "containerStatuses")
            .Select(container => container.TimeAt("state", "terminated", "finishedAt")).Max() ?? pod.TimeAt("metadata", "creationTimestamp"));
        var doublings = Math.Min(tally.AllFailed - 1, 20);
        var delay = context.Options.JobFailureDelay * Math.Pow(2, doublings);
        return last + (delay < LongestDelay ? delay : LongestDelay) - now;
    }
}
