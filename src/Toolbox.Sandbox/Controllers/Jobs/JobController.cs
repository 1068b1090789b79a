using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Jobs;

/// <summary>Runs pods until enough of them have succeeded, too many have failed or the time is over. Completion mode NonIndexed only.</summary>
sealed class JobController : Controller
{
    readonly ResourceCache<JsonObject> _jobs;
    readonly ResourceCache<JsonObject> _pods;
    readonly JobPods _work;

    public JobController(ControllerContext context) : base(context, "job-controller")
    {
        (_jobs, _pods) = (context.Caches.Of(Resources.Jobs), context.Caches.Of(Resources.Pods));
        _work = new JobPods(context, Normal, Warning);
    }

    protected override IEnumerable<Task> Sources(CancellationToken cancellation) =>
    [
        Follow(_jobs, change => [change.Key], cancellation),
        Follow(_pods, change => Owners.ControllerKey(change.Subject, Resources.Jobs), cancellation),
    ];

    protected override async Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation)
    {
        await Task.WhenAll(_jobs.WhenSynced, _pods.WhenSynced).WaitAsync(cancellation);
        var job = _jobs.Get(key);
        await _work.ReleaseOrphans(key, job, cancellation);
        if (job is null) return null;
        if (JobVerdict.Finished(job) is { } finished) return await CleanUp(job, finished, cancellation);
        var now = Context.Time.GetUtcNow();
        var verdict = JobVerdict.Of(Tally(job), now);
        var again = Pods.IsDeleting(job) ? null : await _work.Manage(Tally(job), verdict, now, cancellation);
        var written = await WriteStatus(job, JobStatus.Of(Tally(job), verdict, Times.Text(now)), cancellation);
        if (written is null) return again;
        // Only what the stored status notes may lose its finalizer; else a crash would lose the count.
        var released = await _work.Release(Tally(written).NotedAndTracked(), cancellation);
        var unfinished = released || (verdict is not null && !written["status"].SameAs(job["status"]));
        return unfinished ? TimeSpan.Zero : Sooner(again, JobVerdict.UntilDeadline(written, now));
    }

    JobTally Tally(JsonObject job) => new(job, _work.Of(job));

    async Task<JsonObject?> WriteStatus(JsonObject job, JsonObject status, CancellationToken cancellation)
    {
        if (status.SameAs(job["status"])) return job;
        var next = job.Copy();
        next["status"] = status;
        var answer = await Client.ReplaceStatus(Resources.Jobs, ObjectMetadata.Key(job).Namespace, next, ControllerContext.Manager, cancellation);
        if (answer is Answer<JsonObject>.Conflict or Answer<JsonObject>.NotFound) return null;
        var written = answer.OrRetry("status");
        _jobs.Offer(written);
        Tell(job, written);
        return written;
    }

    void Tell(JsonObject before, JsonObject after)
    {
        if (JobVerdict.Finished(after) is { } end && JobVerdict.Finished(before) is null)
        {
            if (end.TextAt("type") == "Complete") Normal(after, "Completed", "Job completed");
            else Warning(after, end.TextAt("reason") ?? "Failed", end.TextAt("message") ?? "");
        }
        var (was, now) = (Suspension(before), Suspension(after));
        if (was == now) return;
        if (now == "True") Normal(after, "Suspended", "Job suspended");
        else if (now == "False") Normal(after, "Resumed", "Job resumed");
    }

    async Task<TimeSpan?> CleanUp(JsonObject job, JsonObject finished, CancellationToken cancellation)
    {
        await _work.Release(_work.Of(job).Where(JobTally.IsTracked), cancellation);
        if (Pods.IsDeleting(job) || job.NumberAt("spec", "ttlSecondsAfterFinished") is not { } seconds) return null;
        var end = finished.TimeAt("lastTransitionTime") ?? Context.Time.GetUtcNow();
        var left = end.AddSeconds(seconds) - Context.Time.GetUtcNow();
        if (left > TimeSpan.Zero) return left;
        var key = ObjectMetadata.Key(job);
        var options = new DeleteOptions { Uid = ObjectMetadata.Uid(job), ResourceVersion = ObjectMetadata.ResourceVersion(job), PropagationPolicy = "Foreground" };
        (await Client.Delete(Resources.Jobs, key.Namespace, key.Name, options, cancellation)).DoneOrGone($"deleting finished job {key}");
        return null;
    }

    static string? Suspension(JsonObject job) => job.ObjectsAt("status", "conditions")
        .FirstOrDefault(condition => condition.TextAt("type") == "Suspended").TextAt("status");

    static TimeSpan? Sooner(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;
}
