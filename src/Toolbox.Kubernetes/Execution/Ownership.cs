using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Kubernetes.Execution;

/// <summary>Tells our objects from those of others that happen to have the same name.</summary>
static class Ownership
{
    /// <summary>Made for exactly this resource, not for an earlier one of the same name.</summary>
    public static bool IsMadeFor(IMetadata<V1ObjectMeta> item, string ownerUid) => Annotation(item, ObjectAnnotations.OwnerUid) == ownerUid;

    /// <summary>Made by this or an older version of the toolbox for a cluster of this name.</summary>
    public static bool BelongsTo(IMetadata<V1ObjectMeta> item, string clusterName) =>
        ObjectLabels.OfCluster(clusterName).All(label =>
            item.Metadata.Labels is { } labels && labels.TryGetValue(label.Key, out var value) && value == label.Value);

    public static string Annotation(IMetadata<V1ObjectMeta> item, string name) =>
        item.Metadata.Annotations is { } annotations && annotations.TryGetValue(name, out var text) ? text : "";

    public static string Foreign<T>(ResourceType<T> type, string name) =>
        $"there is another {type.Kind} named '{name}' that does not belong to this resource; delete or rename it";
}
