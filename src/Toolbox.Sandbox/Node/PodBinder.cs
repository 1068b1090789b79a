using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node.Events;

namespace Toolbox.Sandbox.Node;

/// <summary>Plays the scheduler: gives pods without a node to this one. Only node selectors are looked at; there is always room.</summary>
public sealed class PodBinder(KubernetesApiClient client, NodeOptions options, NodeEvents events)
{
    public static bool WaitsForNode(V1Pod pod) =>
        string.IsNullOrEmpty(pod.Spec?.NodeName) && pod.Metadata.DeletionTimestamp is null && !Pods.PodPhase.IsFinal(pod.Status?.Phase)
        && pod.Spec?.SchedulingGates is null or { Count: 0 };

    /// <summary>True when there is nothing more to do for this pod, for now.</summary>
    public async Task<bool> BindAsync(V1Pod pod, CancellationToken cancellation)
    {
        if (!Fits(pod.Spec.NodeSelector))
        {
            events.Warning(pod, "FailedScheduling", "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.");
            return true;
        }

        var binding = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Binding",
            ["metadata"] = new JsonObject { ["name"] = pod.Metadata.Name, ["namespace"] = pod.Metadata.NamespaceProperty, ["uid"] = pod.Metadata.Uid },
            ["target"] = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Node", ["name"] = options.Name },
        };
        var answer = await client.CreateSubresource(ResourceTypes.Pods, pod.Metadata.NamespaceProperty, pod.Metadata.Name, "binding", binding, cancellation);
        if (answer is Answer<JsonNode>.Ok)
            events.Normal(pod, "Scheduled", $"Successfully assigned {pod.Metadata.NamespaceProperty}/{pod.Metadata.Name} to {options.Name}");
        return answer is not (Answer<JsonNode>.Unreachable or Answer<JsonNode>.Throttled);
    }

    bool Fits(IDictionary<string, string>? selector) => (selector ?? new Dictionary<string, string>()).All(pair => pair switch
    {
        { Key: "kubernetes.io/hostname" } => pair.Value == options.Name,
        { Key: "kubernetes.io/os" or "beta.kubernetes.io/os" } => pair.Value == "linux",
        _ => false,
    });
}
