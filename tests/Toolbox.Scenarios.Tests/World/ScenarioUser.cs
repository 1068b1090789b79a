using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Manifests.Tests;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>What a user does with kubectl.</summary>
sealed class ScenarioUser(KubernetesApiClient client, string @namespace)
{
    const string RequestedAction = "operator.nextbreakpoint.com/requested-action";
    const string WithoutSavepoint = "operator.nextbreakpoint.com/without-savepoint";

    static readonly WriteOptions Kubectl = new() { FieldManager = "kubectl", Force = true };

    /// <summary>Server-side apply: fields that an earlier apply had and this one lacks are removed.</summary>
    public async Task Apply(string yaml)
    {
        foreach (var document in YamlJson.Documents(yaml))
        {
            var type = Kinds.Of(document);
            Check(await client.Apply(type, type.Namespaced ? @namespace : null, document.Name(), document, Kubectl));
        }
    }

    public async Task<JsonObject> Patch(ResourceType<JsonObject> type, string name, string patch) =>
        Check(await client.MergePatch(type, @namespace, name, JsonNode.Parse(patch)!));

    /// <summary>A request by annotation: START, STOP, TRIGGER_SAVEPOINT, FORGET_SAVEPOINT, or anything else.</summary>
    public Task<JsonObject> Request(ResourceType<JsonObject> type, string name, string action, bool withoutSavepoint = false) =>
        Patch(type, name, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["annotations"] = new JsonObject { [RequestedAction] = action, [WithoutSavepoint] = withoutSavepoint ? "true" : "false" },
            },
        }.ToJsonString());

    public static bool IsAskedTo(JsonObject resource, string action) => resource.Annotation(RequestedAction) == action;

    /// <summary>Whether the request was taken over and the annotation reset.</summary>
    public static bool IsReset(JsonObject resource) => resource.Annotation(RequestedAction) == "NONE";

    public async Task Scale(ResourceType<JsonObject> type, string name, int replicas) => Check(await client.MergePatch(
        type, @namespace, name, new JsonObject { ["spec"] = new JsonObject { ["replicas"] = replicas } }, new WriteOptions { Subresource = "scale" }));

    public async Task Delete(ResourceType<JsonObject> type, string name, long? grace = null)
    {
        var answer = await client.Delete(type, @namespace, name, grace is null ? null : new DeleteOptions { GracePeriodSeconds = grace });
        Assert.True(answer.IsOk(out _), answer.Describe());
    }

    /// <summary>A fault, at the node that runs the pod: a container's process is killed.</summary>
    public Task KillContainer(JsonObject pod, string container) => Suffer(pod, container, "kill");

    /// <summary>A fault: a container's process stands still until it is resumed.</summary>
    public Task PauseContainer(JsonObject pod, string container) => Suffer(pod, container, "pause");

    public Task ResumeContainer(JsonObject pod, string container) => Suffer(pod, container, "resume");

    async Task Suffer(JsonObject pod, string container, string fault)
    {
        Assert.True((await client.Get(ResourceTypes.Nodes, null, (string)pod["spec"]!["nodeName"]!)).IsOk(out var node));
        var address = node.Status.Addresses.First(item => item.Type == "InternalIP").Address;
        using var http = new HttpClient();
        using var answer = await http.PostAsync(
            $"http://{address}:{node.Status.DaemonEndpoints.KubeletEndpoint.Port}/simulation/containers/{@namespace}/{pod.Name()}/{container}/{fault}", null);
        answer.EnsureSuccessStatusCode();
    }

    static JsonObject Check(Answer<JsonObject> answer)
    {
        Assert.True(answer.IsOk(out var value), answer.Describe());
        return value!;
    }
}
