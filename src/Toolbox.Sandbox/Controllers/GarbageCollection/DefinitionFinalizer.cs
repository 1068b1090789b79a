using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>Deletes the custom resources of a definition that is being deleted, and lets the definition go when none is left.</summary>
sealed class DefinitionFinalizer(ControllerContext context) : Controller(context, "crd-finalizer")
{
    const string Finalizer = "customresourcecleanup.apiextensions.k8s.io";
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    readonly ResourceCache<JsonObject> _definitions = context.Caches.Of(Resources.Definitions);

    protected override IEnumerable<Task> Sources(CancellationToken cancellation) =>
        [Follow(_definitions, change => [change.Key], cancellation)];

    protected override async Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation)
    {
        await _definitions.WhenSynced.WaitAsync(cancellation);
        if (_definitions.Get(key) is not { } definition || !Pods.IsDeleting(definition)) return null;
        if (!definition.TextsAt("metadata", "finalizers").Contains(Finalizer)) return null;
        if (await DeleteInstances(definition, cancellation) > 0) return LookAgain;
        var patch = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["uid"] = ObjectMetadata.Uid(definition),
                ["resourceVersion"] = ObjectMetadata.ResourceVersion(definition),
                ["finalizers"] = definition.TextsAt("metadata", "finalizers").Where(name => name != Finalizer).ToJsonArray(),
            },
        };
        (await Client.MergePatch(Resources.Definitions, null, key.Name, patch, ControllerContext.Manager, cancellation)).DoneOrGone($"finalizing {key}");
        return null;
    }

    async Task<int> DeleteInstances(JsonObject definition, CancellationToken cancellation)
    {
        var version = definition.ObjectsAt("spec", "versions").FirstOrDefault(item => item.FlagAt("served") == true);
        if (version is null) return 0;
        var type = ResourceTypes.Json(
            definition.TextAt("spec", "group") ?? "", version.TextAt("name") ?? "", definition.TextAt("spec", "names", "plural") ?? "",
            definition.TextAt("spec", "names", "kind") ?? "", definition.TextAt("spec", "scope") != "Cluster");
        var listed = await Client.ListAll(type, null, cancellation: cancellation);
        if (listed is Answer<ResourceList<JsonObject>>.NotFound) return 0;
        var items = listed.OrRetry($"listing {type.Plural}").Items;
        foreach (var item in items.Where(item => !Pods.IsDeleting(item)))
        {
            var key = ObjectMetadata.Key(item);
            (await Client.Delete(type, key.Namespace, key.Name, new DeleteOptions { Uid = ObjectMetadata.Uid(item) }, cancellation))
                .DoneOrGone($"deleting {type.Kind} {key}");
        }
        return items.Count;
    }
}
