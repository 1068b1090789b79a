using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Controllers.Machinery;

/// <summary>Finds what belongs to an owner, and takes over what matches its selector and belongs to nobody (left by an orphaning deletion).</summary>
sealed class Adoption(ControllerContext context, ResourceType<JsonObject> type)
{
    readonly ResourceCache<JsonObject> _cache = context.Caches.Of(type);

    public async Task<List<JsonObject>> Claim(JsonObject owner, CancellationToken cancellation)
    {
        var selector = LabelSelector.FromObject(owner.At("spec", "selector") as JsonObject);
        var @namespace = ObjectMetadata.Key(owner).Namespace;
        var claimed = new List<JsonObject>();
        foreach (var item in _cache.InNamespace(@namespace).Values)
        {
            if (Owners.IsControlledBy(item, owner)) claimed.Add(item);
            else if (MayAdopt(item, owner, selector)) claimed.Add(await Adopt(item, owner, cancellation));
        }
        return claimed;
    }

    static bool MayAdopt(JsonObject item, JsonObject owner, LabelSelector selector) =>
        Owners.Controller(item) is null && selector.Requirements.Count > 0 && selector.Matches(item)
        && !Pods.IsDeleting(item) && !Pods.IsDeleting(owner);

    async Task<JsonObject> Adopt(JsonObject item, JsonObject owner, CancellationToken cancellation)
    {
        var key = ObjectMetadata.Key(item);
        var references = new JsonArray([.. item.ObjectsAt("metadata", "ownerReferences").Select(reference => reference.DeepClone()), Owners.Reference(owner)]);
        var patch = new JsonObject
        {
            ["metadata"] = new JsonObject { ["uid"] = ObjectMetadata.Uid(item), ["resourceVersion"] = ObjectMetadata.ResourceVersion(item), ["ownerReferences"] = references },
        };
        var answer = await context.Client.MergePatch(type, key.Namespace, key.Name, patch, ControllerContext.Manager, cancellation);
        var adopted = answer.OrRetry($"adopting {type.Kind} {key}");
        _cache.Offer(adopted);
        return adopted;
    }
}
