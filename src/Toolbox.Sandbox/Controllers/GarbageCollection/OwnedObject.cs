using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>What the collector knows of one object.</summary>
sealed record OwnedObject(
    ResourceType<JsonObject> Type, ObjectKey Key, string Uid, IReadOnlyList<OwnerReference> Owners, bool Deleting, IReadOnlyList<string> Finalizers)
{
    public const string Foreground = "foregroundDeletion";
    public const string Orphan = "orphan";

    /// <summary>Waits until its dependents are gone.</summary>
    public bool DeletesDependents => Deleting && Finalizers.Contains(Foreground);

    /// <summary>Waits until its dependents are set free.</summary>
    public bool OrphansDependents => Deleting && Finalizers.Contains(Orphan);

    public static OwnedObject Of(ResourceType<JsonObject> type, JsonObject item) => new(
        type,
        ObjectMetadata.Key(item),
        ObjectMetadata.Uid(item),
        [.. item.ObjectsAt("metadata", "ownerReferences").Select(OwnerReference.Of)],
        Pods.IsDeleting(item),
        [.. item.TextsAt("metadata", "finalizers")]);
}
