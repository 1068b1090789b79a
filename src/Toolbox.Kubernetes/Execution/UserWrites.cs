using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Execution;

/// <summary>What users ask for through our own interfaces, as they would with kubectl: requests by annotation, numbers, and whole specs.</summary>
public sealed class UserWrites(KubernetesApiClient client, string @namespace)
{
    // Unknown fields are an error, as kubectl treats them: a misspelled one would silently have no effect.
    static readonly WriteOptions Whole = new() { FieldManager = "flinkctl-api", FieldValidation = "Strict" };

    static readonly WriteOptions Part = new() { FieldManager = "flinkctl-api" };

    static readonly WriteOptions Scaling = new() { FieldManager = "flinkctl-api", Subresource = "scale" };

    /// <summary>Asks for an action of exactly this resource; another one of the same name is a conflict. The newest request counts.</summary>
    /// <param name="withoutSavepoint">Null leaves the annotation as it is.</param>
    public async Task<Answer<FlinkResource>> Request(
        FlinkResource resource, string action, bool? withoutSavepoint, CancellationToken cancellation)
    {
        var annotations = new JsonObject { [Annotations.RequestedAction] = action };
        if (withoutSavepoint is { } without) annotations[Annotations.WithoutSavepoint] = without ? "true" : "false";
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["uid"] = resource.Uid, ["annotations"] = annotations } };
        var answer = await client.MergePatch(FlinkResourceTypes.Of(resource), @namespace, resource.Name, patch, Part, cancellation);
        // The API server takes another uid for an attempt to change it.
        return answer is Answer<FlinkResource>.Invalid { Causes: var causes } && causes.Any(cause => cause.Field == "metadata.uid")
            ? new Answer<FlinkResource>.Conflict($"{resource.Name} was replaced by another one meanwhile")
            : answer;
    }

    /// <summary>Sets the number of TaskManagers of a FlinkCluster or the parallelism of a FlinkJob through its scale subresource.</summary>
    public Task<Answer<JsonObject>> Scale(ResourceType<FlinkResource> type, string name, int number, CancellationToken cancellation) =>
        client.MergePatch(
            ResourceTypes.Json(type.Group, type.Version, type.Plural, type.Kind), @namespace, name,
            new JsonObject { ["spec"] = new JsonObject { ["replicas"] = number } }, Scaling, cancellation);

    public Task<Answer<FlinkResource>> Create(ResourceType<FlinkResource> type, string name, JsonElement spec, CancellationToken cancellation) =>
        client.Create(
            type, @namespace, new FlinkResource { Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = @namespace }, Spec = spec }, Whole, cancellation);

    /// <summary>Merges a spec into that of an existing resource (RFC 7386): what is left out stays, null removes.</summary>
    public Task<Answer<FlinkResource>> Update(ResourceType<FlinkResource> type, string name, JsonElement spec, CancellationToken cancellation) =>
        client.MergePatch(type, @namespace, name, new JsonObject { ["spec"] = JsonObject.Create(spec) }, Whole, cancellation);

    public Task<Answer<Deletion>> Delete(ResourceType<FlinkResource> type, string name, CancellationToken cancellation) =>
        client.Delete(type, @namespace, name, cancellation: cancellation);
}
