using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Tests.Controllers;

[Collection(nameof(ControlledCluster))]
public sealed class JobTests(ControlledCluster cluster)
{
    const string Finalizer = "batch.kubernetes.io/job-tracking";

    static bool Has(JsonObject? job, string type) =>
        job.ObjectsAt("status", "conditions").Any(condition => condition.TextAt("type") == type && condition.TextAt("status") == "True");

    static IEnumerable<string?> Types(JsonObject? job) => job.ObjectsAt("status", "conditions").Select(condition => condition.TextAt("type"));

    static async Task<JsonObject> NextPod(ControlledNamespace place) => (await place.EventuallyAll(
        Kinds.Pods, pods => pods.Any(pod => pod.TextAt("status", "phase") == "Pending"))).First(pod => pod.TextAt("status", "phase") == "Pending");

    [Fact]
    public async Task A_job_whose_pod_succeeds_is_complete()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("once"));
        var pod = await NextPod(place);
        Assert.Equal([Finalizer], pod.TextsAt("metadata", "finalizers"));
        Assert.Equal("once", pod.TextAt("metadata", "labels", "batch.kubernetes.io/job-name"));
        await place.Eventually(Kinds.Jobs, "once", job => job.NumberAt("status", "active") == 1 && job.NumberAt("status", "ready") == 0);
        await place.Run(pod);
        await place.Eventually(Kinds.Jobs, "once", job => job.NumberAt("status", "ready") == 1);
        await place.Finish(pod, 0);
        var done = await place.Eventually(Kinds.Jobs, "once", job => Has(job, "Complete"));
        Assert.Equal(["SuccessCriteriaMet", "Complete"], Types(done));
        Assert.Equal((1L, null, 0L), (done.NumberAt("status", "succeeded"), done.NumberAt("status", "active"), done.NumberAt("status", "ready")));
        Assert.NotNull(done.TextAt("status", "completionTime"));
        Assert.Equal("Reached expected number of succeeded pods", done.ObjectsAt("status", "conditions").Last().TextAt("message"));
        await place.EventuallyAll(Kinds.Pods, pods => pods.Single().At("metadata", "finalizers") is null);
        await place.EventuallyEvent("Completed", "Job completed");
    }

    [Fact]
    public async Task A_job_that_fails_too_often_is_failed()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("bad", "\"backoffLimit\":1,"));
        await place.Finish(await NextPod(place), 3);
        await place.Finish(await NextPod(place), 3);
        var failed = await place.Eventually(Kinds.Jobs, "bad", job => Has(job, "Failed"));
        Assert.Equal(["FailureTarget", "Failed"], Types(failed));
        Assert.Equal(2, failed.NumberAt("status", "failed"));
        Assert.Equal("BackoffLimitExceeded", failed.ObjectsAt("status", "conditions").Last().TextAt("reason"));
        await place.EventuallyEvent("BackoffLimitExceeded", "Job has reached the specified backoff limit");
        Assert.Equal(2, (await place.List(Kinds.Pods)).Count);
    }

    [Fact]
    public async Task Completions_are_reached_with_the_given_parallelism()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("many", "\"completions\":3,\"parallelism\":2,"));
        await place.Eventually(Kinds.Jobs, "many", job => job.NumberAt("status", "active") == 2);
        for (var index = 0; index < 3; index++) await place.Finish(await NextPod(place), 0);
        var done = await place.Eventually(Kinds.Jobs, "many", job => Has(job, "Complete"));
        Assert.Equal(3, done.NumberAt("status", "succeeded"));
        Assert.Equal(3, (await place.List(Kinds.Pods)).Count);
    }

    [Fact]
    public async Task Restarts_in_place_count_with_restart_policy_OnFailure()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("again", "\"backoffLimit\":2,", "OnFailure"));
        var pod = await NextPod(place);
        await place.Patch(Kinds.Pods, pod.TextAt("metadata", "name")!, """
            {"status":{"phase":"Running","containerStatuses":[{"name":"main","image":"i","imageID":"","ready":false,"restartCount":2,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}}
            """, "status");
        var failed = await place.Eventually(Kinds.Jobs, "again", job => Has(job, "Failed"));
        Assert.Equal("BackoffLimitExceeded", failed.ObjectsAt("status", "conditions").Last().TextAt("reason"));
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 0);
    }

    [Fact]
    public async Task A_job_past_its_deadline_is_failed()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("late", "\"activeDeadlineSeconds\":1,"));
        var failed = await place.Eventually(Kinds.Jobs, "late", job => Has(job, "Failed"));
        Assert.Equal("DeadlineExceeded", failed.ObjectsAt("status", "conditions").Last().TextAt("reason"));
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 0);
    }

    [Fact]
    public async Task A_suspended_job_has_no_pods_until_it_is_resumed()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("paused", "\"suspend\":true,"));
        var paused = await place.Eventually(Kinds.Jobs, "paused", job => Has(job, "Suspended"));
        Assert.Null(paused.At("status", "startTime"));
        Assert.Empty(await place.List(Kinds.Pods));
        await place.EventuallyEvent("Suspended", "Job suspended");
        await place.Patch(Kinds.Jobs, "paused", """{"spec":{"suspend":false}}""");
        await NextPod(place);
        await place.Eventually(Kinds.Jobs, "paused", job => !Has(job, "Suspended") && job.At("status", "startTime") is not null);
        await place.Patch(Kinds.Jobs, "paused", """{"spec":{"suspend":true}}""");
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 0);
    }

    [Fact]
    public async Task A_finished_job_goes_after_its_time_to_live()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("short", "\"ttlSecondsAfterFinished\":1,"));
        await place.Finish(await NextPod(place), 0);
        await place.Eventually(Kinds.Jobs, "short", job => job is null);
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 0);
    }

    [Fact]
    public async Task The_pods_of_a_deleted_job_do_not_hang_at_their_finalizer()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("gone"));
        await NextPod(place);
        await place.Delete(Kinds.Jobs, "gone", "Background");
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 0);
    }

    [Fact]
    public async Task A_deleted_pod_counts_as_failed_and_is_replaced()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("hit"));
        var pod = await NextPod(place);
        await place.Delete(Kinds.Pods, pod.TextAt("metadata", "name")!);
        await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1 && pods[0].TextAt("metadata", "name") != pod.TextAt("metadata", "name"));
        await place.Eventually(Kinds.Jobs, "hit", job => job.NumberAt("status", "failed") == 1 && job.NumberAt("status", "active") == 1);
    }
}
