using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>What users and faults do to a deployment with three jobs, drawn by a seed; remembers what was done, for the report of a failure.</summary>
sealed class RandomDeeds(ScenarioWorld world, string cluster, int seed)
{
    const int Number = 12;

    readonly Random _random = new(seed);
    readonly List<string> _done = [];

    /// <summary>Jobs that somebody asked to forget their savepoints: they may begin empty.</summary>
    public HashSet<string> Forgetful { get; } = [];

    public IReadOnlyList<string> Done => _done;

    public IReadOnlyList<string> Jobs { get; } = [$"{cluster}-job-1", $"{cluster}-job-2", $"{cluster}-job-3"];

    ScenarioUser User => world.User;

    public async Task Next()
    {
        var job = Jobs[_random.Next(Jobs.Count)];
        await (_random.Next(Number) switch
        {
            0 => Do($"stop {job}", () => User.Request(Kinds.FlinkJob, job, "STOP")),
            1 => Do($"start {job}", () => User.Request(Kinds.FlinkJob, job, "START")),
            2 => Do($"take a savepoint of {job}", () => User.Request(Kinds.FlinkJob, job, "TRIGGER_SAVEPOINT")),
            3 => Do($"forget the savepoints of {job}", () => Forget(job)),
            4 => Do($"parallelism 2 for {job}", () => User.Scale(Kinds.FlinkJob, job, 2)),
            5 => Do($"parallelism 1 for {job}", () => User.Scale(Kinds.FlinkJob, job, 1)),
            6 => Do("stop the cluster", () => User.Request(Kinds.FlinkCluster, cluster, "STOP")),
            7 => Do("start the cluster", () => User.Request(Kinds.FlinkCluster, cluster, "START")),
            8 => Do("kill the supervisor", () => Kill("supervisor")),
            9 => Do("kill the JobManager's container", () => Kill("jobmanager")),
            10 => Do("delete a TaskManager pod", () => Delete(Kinds.Pod, pod => pod.Label("role") == "taskmanager")),
            _ => Do("delete the JobManager's Service", () => Delete(Kinds.Service, service => service.Label("clusterName") == cluster)),
        });
    }

    /// <summary>Lets some things happen before the next deed, or nothing.</summary>
    public async Task Pause()
    {
        var writes = world.Watched.Count + _random.Next(8);
        await world.Watched.Until(() => world.Watched.Count >= writes ? "enough" : null, TimeSpan.FromSeconds(2));
    }

    /// <summary>Asks for the start of what was stopped, once the faults are over.</summary>
    public async Task StartWhatIsStopped()
    {
        var found = world.Watched.Find(Kinds.FlinkCluster, cluster)!;
        if (found.IsStopped()) await Start(Kinds.FlinkCluster, found);
        if (found.Text("supervisorStatus") != "Started") return;
        foreach (var job in Jobs.Select(name => world.Watched.Find(Kinds.FlinkJob, name)!).Where(job => job.IsStopped())) await Start(Kinds.FlinkJob, job);
    }

    async Task Start(ResourceType<JsonObject> type, JsonObject resource)
    {
        if (ScenarioUser.IsAskedTo(resource, "START")) return;
        await User.Request(type, resource.Name(), "START");
    }

    async Task Do(string what, Func<Task> deed)
    {
        _done.Add(what);
        try
        {
            await deed();
        }
        catch (HttpRequestException)
        {
            _done.Add("(which was gone already)");
        }
    }

    async Task Forget(string job)
    {
        Forgetful.Add(job);
        await User.Request(Kinds.FlinkJob, job, "FORGET_SAVEPOINT");
    }

    async Task Kill(string role)
    {
        if (Pick(Kinds.Pod, pod => pod.Label("clusterName") == cluster && pod.Label("role") == role && pod.Text("phase") == "Running") is { } pod)
            await User.KillContainer(pod, role);
    }

    async Task Delete(ResourceType<JsonObject> type, Func<JsonObject, bool> which)
    {
        if (Pick(type, which) is { } found) await world.Client.Delete(type, world.Namespace, found.Name());
    }

    JsonObject? Pick(ResourceType<JsonObject> type, Func<JsonObject, bool> which)
    {
        var found = world.Watched.All(type).Where(which).ToArray();
        return found.Length == 0 ? null : found[_random.Next(found.Length)];
    }
}
