using System.Text.Json.Nodes;
using Toolbox.Core;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Execution;

/// <summary>Writes to the resource that was decided about; each only if it is still the version that is known.</summary>
sealed class ResourceWrites(KubernetesApiClient client)
{
    /// <summary>Writes what differs in the status; an empty patch writes nothing.</summary>
    public async Task<Outcome> Status(ResourceContext context, JsonObject patch, CancellationToken cancellation)
    {
        if (patch.Count == 0) return new Outcome.Done();
        var body = Conditional(context);
        body["status"] = patch.DeepClone();
        return await Merge(context, body, FieldManagers.Status, cancellation);
    }

    public async Task<Outcome> AddFinalizer(ResourceContext context, string finalizer, CancellationToken cancellation)
    {
        var finalizers = context.Resource.Metadata.Finalizers ?? [];
        return finalizers.Contains(finalizer)
            ? new Outcome.Done()
            : await Finalizers(context, [.. finalizers, finalizer], cancellation);
    }

    public async Task<Outcome> RemoveFinalizer(ResourceContext context, string finalizer, CancellationToken cancellation)
    {
        var finalizers = context.Resource.Metadata.Finalizers ?? [];
        if (!finalizers.Contains(finalizer)) return new Outcome.Done();
        var outcome = await Finalizers(context, [.. finalizers.Where(item => item != finalizer)], cancellation);
        return outcome is Outcome.NotFound ? new Outcome.Done() : outcome;
    }

    /// <summary>Sets the requested action to NONE if it still has the text that was taken over; the savepoint choice goes with it.</summary>
    public async Task<Outcome> ResetRequestedAction(ResourceContext context, string text, CancellationToken cancellation)
    {
        var patch = new JsonArray(
            Operation("test", Annotations.RequestedAction, text),
            Operation("replace", Annotations.RequestedAction, "NONE"));
        // It was asked for with this request and holds for this once.
        if (context.Resource.Annotation(Annotations.WithoutSavepoint) is not null)
            patch.Add((JsonNode)Operation("add", Annotations.WithoutSavepoint, "false"));
        var answer = await client.JsonPatch(
            FlinkResourceTypes.Of(context.Resource), context.Namespace, context.Resource.Name, patch, FieldManagers.Update, cancellation);
        if (answer.IsOk(out var resource)) context.Became(resource);
        // A failed test is told as an error of the request, without naming a field.
        return answer is Answer<FlinkResource>.Invalid { Causes.Count: 0 }
            ? new Outcome.Conflict($"the requested action is no longer '{text}'")
            : Outcomes.From(answer);
    }

    public async Task<Outcome> Scale(ResourceContext context, string cluster, int taskManagers, CancellationToken cancellation)
    {
        var type = FlinkResourceTypes.Clusters;
        var body = context.Resource.Name == cluster ? Conditional(context) : [];
        body["spec"] = new JsonObject { ["replicas"] = taskManagers };
        var answer = await client.MergePatch(
            ResourceTypes.Json(type.Group, type.Version, type.Plural, type.Kind), context.Namespace, cluster, body, FieldManagers.Scale, cancellation);
        if (answer.IsOk(out var scale) && context.Resource.Name == cluster)
            context.WasScaled("taskManagers", taskManagers, ObjectMetadata.ResourceVersion(scale));
        return Outcomes.From(answer);
    }

    Task<Outcome> Finalizers(ResourceContext context, IEnumerable<string> finalizers, CancellationToken cancellation)
    {
        var body = Conditional(context);
        body["metadata"]!["finalizers"] = new JsonArray([.. finalizers.Select(item => (JsonNode?)item)]);
        return Merge(context, body, FieldManagers.Update, cancellation);
    }

    async Task<Outcome> Merge(ResourceContext context, JsonObject body, WriteOptions options, CancellationToken cancellation)
    {
        var answer = await client.MergePatch(
            FlinkResourceTypes.Of(context.Resource), context.Namespace, context.Resource.Name, body, options, cancellation);
        if (answer.IsOk(out var resource)) context.Became(resource);
        return Outcomes.From(answer);
    }

    // A patch that names another version than the stored one is refused with 409. The uid tells a recreated resource.
    static JsonObject Conditional(ResourceContext context) => new()
    {
        ["metadata"] = new JsonObject { ["uid"] = context.Resource.Uid, ["resourceVersion"] = context.Resource.ResourceVersion },
    };

    static JsonObject Operation(string operation, string annotation, string value) => new()
    {
        ["op"] = operation,
        ["path"] = "/metadata/annotations/" + annotation.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
        ["value"] = value,
    };
}
