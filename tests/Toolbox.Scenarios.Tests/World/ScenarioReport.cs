using System.Text;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>What there is when a wait was in vain: statuses with their history, events, and the ends of logs.</summary>
sealed class ScenarioReport(ScenarioWorld world)
{
    const int Lines = 40;

    /// <param name="about">A deployment, cluster or job; only what has to do with it is told, and the operator.</param>
    public async Task<string> Text(string? about)
    {
        var text = new StringBuilder();
        var cluster = Cluster(about ?? "");
        foreach (var type in new[] { Kinds.FlinkDeployment, Kinds.FlinkCluster, Kinds.FlinkJob })
            foreach (var resource in world.Watched.All(type).Where(resource => resource.Name().StartsWith(cluster, StringComparison.Ordinal)))
                Status(text, type, resource);
        foreach (var item in world.Watched.All(Kinds.Event).Where(item => ((string?)item["involvedObject"]?["name"] ?? "").Contains(cluster, StringComparison.Ordinal)))
            text.AppendLine($"event {item["involvedObject"]?["name"]} {item["reason"]} x{item["count"]}: {item["message"]}");
        foreach (var pod in world.Watched.All(Kinds.Pod).Where(pod => pod.Name().Contains(cluster, StringComparison.Ordinal) || pod.Name().StartsWith("flink-operator", StringComparison.Ordinal)))
            await Log(text, pod);
        return text.ToString();
    }

    string Cluster(string about) => world.Watched.All(Kinds.FlinkCluster).Select(resource => resource.Name())
        .Where(name => about.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length) ?? about;

    void Status(StringBuilder text, ResourceType<JsonObject> type, JsonObject resource)
    {
        text.AppendLine($"== {type.Kind} {resource.Name()}\n{resource["status"]?.ToJsonString()}");
        foreach (var write in world.Watched.Writes(type, resource.Name()).TakeLast(Lines)) text.AppendLine($"   {write}");
    }

    async Task Log(StringBuilder text, JsonObject pod)
    {
        text.AppendLine($"== Pod {pod.Name()} {pod.Text("phase")}{(pod.IsDeleting() ? " (deleting)" : "")}");
        var answer = await world.Client.Logs(world.Namespace, pod.Name(), new LogOptions { TailLines = Lines });
        if (!answer.IsOk(out var stream))
        {
            text.AppendLine(answer.Describe());
            return;
        }
        using var reader = new StreamReader(stream);
        text.AppendLine(await reader.ReadToEndAsync());
    }
}
