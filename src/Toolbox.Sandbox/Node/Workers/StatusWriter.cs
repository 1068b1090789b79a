using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.KubernetesApi.Models;
using Toolbox.Sandbox.Node.Pods;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>Writes a pod's status when it changed, only to the pod of the same uid.</summary>
public sealed class StatusWriter(NodeServices services)
{
    static readonly JsonTypeInfo<V1PodStatus> Json = (JsonTypeInfo<V1PodStatus>)KubernetesModels.Options.GetTypeInfo(typeof(V1PodStatus));

    /// <summary>Members that must be cleared by an explicit null when they vanish.</summary>
    static readonly string[] Clearable = ["reason", "message", "initContainerStatuses"];

    V1PodStatus? last;
    JsonObject? written;

    /// <summary>True when the API server has this status, or no longer has the pod.</summary>
    public async Task<bool> WriteAsync(V1Pod pod, PodRecord record, CancellationToken cancellation)
    {
        var status = PodStatuses.Of(pod, record, Conditions(pod), services.Now);
        var json = JsonSerializer.SerializeToNode(status, Json)!.AsObject();
        if (written is not null && JsonNode.DeepEquals(json, written))
            return true;
        var answer = await services.Client.MergePatch(
            ResourceTypes.Pods, pod.Metadata.NamespaceProperty, pod.Metadata.Name, Patch(pod, json),
            new WriteOptions { Subresource = "status", FieldManager = services.Options.Name }, cancellation);
        if (answer is Answer<V1Pod>.Ok)
            (last, written) = (status, json);
        if (answer is Answer<V1Pod>.Ok or Answer<V1Pod>.NotFound or Answer<V1Pod>.Conflict or Answer<V1Pod>.Invalid)
            return true;
        services.Options.Log.Debug("Status of pod {Pod} was not written: {Answer}", pod.Metadata.Name, answer.Describe());
        return false;
    }

    /// <summary>Our own conditions as we wrote them last, because the cache may be behind, and those of others as the cache has them.</summary>
    IList<V1PodCondition>? Conditions(V1Pod pod)
    {
        if (last?.Conditions is not { } own)
            return pod.Status?.Conditions;
        return [.. own.Take(5), .. (pod.Status?.Conditions ?? []).Where(condition => own.Take(5).All(other => other.Type != condition.Type))];
    }

    JsonObject Patch(V1Pod pod, JsonObject status)
    {
        var content = status.DeepClone().AsObject();
        foreach (var name in Clearable.Where(name => !content.ContainsKey(name) && written?.ContainsKey(name) == true))
            content[name] = null;
        return new JsonObject { ["metadata"] = new JsonObject { ["uid"] = pod.Metadata.Uid }, ["status"] = content };
    }
}
