using System.Text.Json.Nodes;
using Toolbox.Flink;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>What Flink itself says, asked at the JobManager pod's address.</summary>
sealed class FlinkTruth(ScenarioWorld world)
{
    /// <summary>The jobs that have not ended; null while Flink does not answer.</summary>
    public async Task<IReadOnlyList<JobSummary>?> LivingJobs(string cluster) =>
        await AllJobs(cluster) is { } jobs ? [.. jobs.Where(job => !job.State.IsEnded())] : null;

    /// <summary>The jobs that the JobManager's process has seen; null while Flink does not answer.</summary>
    public async Task<IReadOnlyList<JobSummary>?> AllJobs(string cluster)
    {
        if (JobManager(cluster) is not { } pod) return null;
        using var client = new FlinkClient(new Uri($"http://{pod.Text("podIP")}:8081"), new FlinkClientOptions());
        return await client.JobsOverviewAsync() is FlinkAnswer<IReadOnlyList<JobSummary>>.Ok jobs ? jobs.Value : null;
    }

    /// <summary>Waits until Flink has noticed that a TaskManager pod is gone; until then its jobs look as if nothing had happened.</summary>
    public Task Forgets(string cluster, JsonObject taskManager) => world.Ask($"a Flink that has noticed the loss of {taskManager.Name()}", async () =>
    {
        if (JobManager(cluster) is not { } pod) return null;
        using var client = new FlinkClient(new Uri($"http://{pod.Text("podIP")}:8081"), new FlinkClientOptions());
        return await client.TaskManagersAsync() is FlinkAnswer<IReadOnlyList<TaskManager>>.Ok all
            && !all.Value.Any(item => item.Path.Contains($"@{taskManager.Text("podIP")}:", StringComparison.Ordinal)) ? all : null;
    }, cluster);

    /// <summary>Waits until Flink has completed other checkpoints than the recorded one, which it has deleted for them.</summary>
    public Task Supersedes(string cluster, string jobId, string checkpoint) => world.Ask($"checkpoints after {checkpoint}", async () =>
    {
        if (JobManager(cluster) is not { } pod) return null;
        using var client = new FlinkClient(new Uri($"http://{pod.Text("podIP")}:8081"), new FlinkClientOptions());
        return await client.CheckpointsAsync(jobId) is FlinkAnswer<CheckpointStatistics>.Ok { Value.Completed: { Path: { } path } newest } && path != checkpoint ? newest : null;
    }, cluster);

    /// <summary>The JobManager pod that is not on its way out.</summary>
    public JsonObject? JobManager(string cluster) => Pods(cluster, "jobmanager").FirstOrDefault(pod => !pod.IsDeleting() && pod.Text("podIP").Length > 0);

    public IEnumerable<JsonObject> Pods(string cluster, string role) =>
        world.Watched.All(Kinds.Pod).Where(pod => pod.Label("clusterName") == cluster && pod.Label("role") == role);

    /// <summary>Waits until exactly the recorded job of each of these FlinkJobs runs in Flink, and nothing else.</summary>
    public Task RunsExactly(string cluster, params string[] jobs) => world.Ask($"exactly one living Flink job for each of {string.Join(", ", jobs)}", async () =>
    {
        var living = await LivingJobs(cluster);
        var recorded = jobs.Select(job => world.Watched.Find(Kinds.FlinkJob, job)?.Text("jobId") ?? "").Order(StringComparer.Ordinal);
        return living is not null && living.All(job => job.RunsFully) && living.Select(job => job.Id).Order(StringComparer.Ordinal).SequenceEqual(recorded) ? living : null;
    }, cluster);
}
