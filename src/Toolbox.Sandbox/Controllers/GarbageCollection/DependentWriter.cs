using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>The three things the collector writes, each only to the very object (uid) that it judged.</summary>
sealed class DependentWriter(ControllerContext context)
{
    public async Task Delete(OwnedObject item, string resourceVersion, string policy, CancellationToken cancellation)
    {
        var options = new DeleteOptions { Uid = item.Uid, ResourceVersion = resourceVersion, PropagationPolicy = policy };
        var answer = await context.Client.Delete(item.Type, item.Key.Namespace, item.Key.Name, options, cancellation);
        answer.DoneOrGone($"deleting {item.Type.Kind} {item.Key}");
    }

    public Task RemoveOwners(OwnedObject item, IReadOnlyCollection<string> owners, CancellationToken cancellation) => Change(item, metadata =>
        metadata["ownerReferences"] = new JsonArray([.. metadata.ObjectsAt("ownerReferences")
            .Where(owner => !owners.Contains(owner.TextAt("uid") ?? "")).Select(owner => owner.DeepClone())]), cancellation);

    public Task RemoveFinalizer(OwnedObject item, string finalizer, CancellationToken cancellation) => Change(item, metadata =>
        metadata["finalizers"] = metadata.TextsAt("finalizers").Where(name => name != finalizer).ToJsonArray(), cancellation);

    async Task Change(OwnedObject item, Action<JsonObject> change, CancellationToken cancellation)
    {
        var answer = await context.Client.Get(item.Type, item.Key.Namespace, item.Key.Name, cancellation);
        if (!answer.DoneOrGone($"reading {item.Type.Kind} {item.Key}") || !answer.IsOk(out var live) || ObjectMetadata.Uid(live) != item.Uid) return;
        var metadata = new JsonObject { ["uid"] = item.Uid, ["resourceVersion"] = ObjectMetadata.ResourceVersion(live) };
        foreach (var name in (string[])["ownerReferences", "finalizers"])
            if (live.At("metadata", name) is { } value) metadata[name] = value.DeepClone();
        change(metadata);
        var patch = new JsonObject { ["metadata"] = metadata };
        (await context.Client.MergePatch(item.Type, item.Key.Namespace, item.Key.Name, patch, ControllerContext.Manager, cancellation))
            .DoneOrGone($"changing {item.Type.Kind} {item.Key}");
    }
}
