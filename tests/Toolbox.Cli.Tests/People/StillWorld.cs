using System.Text.Json.Nodes;
using Toolbox.Cli.Tests.Client;
using Toolbox.Cli.Tests.Processes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox;

namespace Toolbox.Cli.Tests.People;

/// <summary>
/// A sandbox in which nothing happens: no node, no operator. It holds a deployment with a cluster, two jobs and pods, in states that are
/// written here, so that what commands show of them is the same every time.
/// </summary>
public sealed class StillWorld : IAsyncLifetime
{
    const string Group = "nextbreakpoint.com";

    SandboxWorld _sandbox = null!;

    public KubernetesApiClient Client => _sandbox.Client;

    public static string Namespace => "flink-jobs";

    public string Kubeconfig => _sandbox.KubeconfigPath;

    /// <summary>Runs a command for people as the user of this world.</summary>
    internal Task<Invocation> Run(params string[] arguments) => Invocation.Run([.. arguments, "--kubeconfig", Kubeconfig]);

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxWorld.StartAsync(new SandboxOptions { Namespace = Namespace, NoNode = true, Manifests = [.. Definitions()] }, CancellationToken.None);
        var deployment = await Create("flinkdeployments", "FlinkDeployment", "c", """{"cluster":SPEC,"jobs":[]}""".Replace("SPEC", StillStatuses.ClusterSpec, StringComparison.Ordinal), StillStatuses.Deployment);
        await Create("flinkclusters", "FlinkCluster", "c", StillStatuses.ClusterSpec, StillStatuses.Cluster, deployment);
        await Create("flinkjobs", "FlinkJob", "c-good", StillStatuses.JobSpec, StillStatuses.GoodJob, deployment);
        await Create("flinkjobs", "FlinkJob", "c-bad", StillStatuses.JobSpec, StillStatuses.BadJob, deployment);
        await Create("flinkjobs", "FlinkJob", "alone", StillStatuses.JobSpec, "{}");
        await Pod("jobmanager-c-1", "jobmanager", "true");
        await Pod("taskmanager-c-1", "taskmanager", "false");
        await Pod("bootstrap-c-good-1", "bootstrap", "true", """,{"jobName":"good"}""");
        await Event();
    }

    public Task DisposeAsync() => _sandbox.DisposeAsync().AsTask();

    internal static IEnumerable<string> Definitions() =>
        Directory.EnumerateFiles(Path.Combine(Samples.Root(), "helm", "flink-k8s-toolbox-crd", "templates")).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    async Task<JsonObject> Create(string plural, string kind, string name, string spec, string status, JsonObject? owner = null)
    {
        var type = ResourceTypes.Json(Group, "v1", plural, kind);
        var metadata = new JsonObject { ["name"] = name };
        if (owner is not null)
            metadata["ownerReferences"] = new JsonArray(new JsonObject { ["apiVersion"] = $"{Group}/v1", ["kind"] = "FlinkDeployment", ["name"] = "c", ["uid"] = (string?)owner["metadata"]!["uid"] });
        await Done(Client.Create(type, Namespace, new JsonObject { ["metadata"] = metadata, ["spec"] = JsonNode.Parse(spec) }));
        return await Done(Client.MergePatch(type, Namespace, name, new JsonObject { ["status"] = JsonNode.Parse(status) }, new WriteOptions { Subresource = "status" }));
    }

    async Task Pod(string name, string role, string ready, string more = "")
    {
        var type = ResourceTypes.Json("", "v1", "pods", "Pod");
        var labels = JsonNode.Parse($$"""[{"clusterName":"c","component":"flink","owner":"flink-operator","role":"{{role}}"}{{more}}]""")!.AsArray();
        var all = labels.SelectMany(part => part!.AsObject()).Select(label => KeyValuePair.Create(label.Key, label.Value?.DeepClone()));
        await Done(Client.Create(type, Namespace, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject(all) },
            ["spec"] = JsonNode.Parse($$"""{"containers":[{"name":"{{role}}","image":"flink"}]}"""),
        }));
        await Done(Client.MergePatch(type, Namespace, name, JsonNode.Parse(
            """{"status":{"phase":"Running","podIP":"127.0.0.1","containerStatuses":[{"name":"ROLE","image":"flink","imageID":"","ready":READY,"restartCount":1,"state":{"running":{}}}]}}"""
                .Replace("ROLE", role, StringComparison.Ordinal).Replace("READY", ready, StringComparison.Ordinal))!,
            new WriteOptions { Subresource = "status" }));
    }

    async Task Event()
    {
        var job = await Done(Client.Get(ResourceTypes.Json(Group, "v1", "flinkjobs", "FlinkJob"), Namespace, "c-bad"));
        await Done(Client.Create(ResourceTypes.Json("", "v1", "events", "Event"), Namespace, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = "c-bad.1" }, ["type"] = "Warning", ["reason"] = "GiveUp", ["message"] = "class not found",
            ["involvedObject"] = new JsonObject { ["kind"] = "FlinkJob", ["name"] = "c-bad", ["namespace"] = Namespace, ["uid"] = (string?)job["metadata"]!["uid"] },
            ["lastTimestamp"] = "2026-01-01T00:00:00Z",
        }));
    }

    static async Task<T> Done<T>(Task<Answer<T>> asked)
    {
        var answer = await asked;
        return answer.IsOk(out var value) ? value : throw new InvalidOperationException(answer.Describe());
    }
}
