using System.Diagnostics;
using System.Text.Json.Nodes;
using Toolbox.Core.RestorePoints;
using Toolbox.KubernetesApi;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>What the classes of scenarios share: verbs on their world, with the time that each step took in the output.</summary>
public abstract class Scenario(ScenarioWorld world, ITestOutputHelper output)
{
    readonly Stopwatch _clock = Stopwatch.StartNew();

    internal ScenarioWorld World { get; } = world;

    internal ScenarioUser User => World.User;

    internal FlinkTruth Flink { get; } = new(world);

    internal JsonObject Find(ResourceType<JsonObject> type, string name) => World.Watched.Find(type, name) ?? throw new InvalidOperationException($"There is no {type.Kind} {name}");

    /// <summary>Writes how long it took since the last step.</summary>
    protected void Took(string what)
    {
        output.WriteLine($"{what}: {_clock.Elapsed.TotalSeconds:0.0} s");
        _clock.Restart();
    }

    /// <summary>Applies a sample under another name and waits until all of it is ready.</summary>
    protected async Task Start(string yaml, string name, params string[] jobs)
    {
        _clock.Restart();
        await User.Apply(yaml);
        await Ready(Kinds.FlinkDeployment, name);
        await Ready(Kinds.FlinkCluster, name);
        foreach (var job in jobs) await Ready(Kinds.FlinkJob, $"{name}-{job}");
        Took("apply to ready");
    }

    private protected Task<JsonObject> Ready(ResourceType<JsonObject> type, string name) => World.Until(type, name, "ready", resource => resource.IsReady());

    private protected Task<JsonObject> Until(ResourceType<JsonObject> type, string name, string what, Func<JsonObject, bool> condition) => World.Until(type, name, what, condition);

    private protected Task<JsonObject> Job(string name, string what, Func<JsonObject, bool> condition) => World.Until(Kinds.FlinkJob, name, what, condition);

    /// <summary>A job that runs under another Flink id than before.</summary>
    private protected Task<JsonObject> Another(string job, string before) =>
        Job(job, "runs as another Flink job", found => found.IsReady() && found.Text("jobId") is { Length: > 0 } id && id != before);

    /// <summary>Waits until nothing of a cluster is left but its resources.</summary>
    private protected async Task PodsGone(string cluster)
    {
        foreach (var role in new[] { "jobmanager", "taskmanager", "bootstrap" })
            await World.UntilGone($"the {role} pods of {cluster}", () => Flink.Pods(cluster, role), cluster);
    }

    /// <summary>The JobManager is lost when Flink has deleted the recorded checkpoint for others, which nobody has looked at.</summary>
    protected async Task LoseUnseenCheckpoints(string cluster, string name)
    {
        var job = await Job(name, "knows a checkpoint of its own", job => NewestCheckpoint(job).Contains(job.Text("jobId"), StringComparison.Ordinal));
        var supervisor = Flink.Pods(cluster, "supervisor").Single(pod => !pod.IsDeleting());
        await User.PauseContainer(supervisor, "supervisor");
        var recorded = NewestCheckpoint(Find(Kinds.FlinkJob, name));
        await Flink.Supersedes(cluster, job.Text("jobId"), recorded);
        await User.Delete(Kinds.Pod, Flink.JobManager(cluster)!.Name(), grace: 0);
        await User.ResumeContainer(supervisor, "supervisor");
        var restored = (string)(await Another(name, job.Text("jobId")))["status"]!["submission"]!["restorePoint"]!;
        Took("recover from checkpoints that nobody had looked at");
        Assert.True(CheckpointPath.Distance(recorded, restored).Exists(distance => distance > 0), $"{restored} does not come after {recorded}");
        await Flink.RunsExactly(cluster, name);
    }

    static string NewestCheckpoint(JsonObject job) => (job["status"]!["restorePoints"] as JsonArray)?.Select(point => (string?)point!["path"] ?? "")
        .FirstOrDefault(path => CheckpointPath.Next(path).IsSome) ?? "";
}
