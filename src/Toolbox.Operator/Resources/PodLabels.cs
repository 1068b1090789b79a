using k8s.Models;
using Toolbox.Manifests;

namespace Toolbox.Operator.Resources;

/// <summary>What the labels of our objects say about them.</summary>
public static class PodLabels
{
    public static bool HasRole(this IMetadata<V1ObjectMeta> item, ObjectRole role) => item.Label(ObjectLabels.Role) == role.Label();

    public static string JobLabel(this IMetadata<V1ObjectMeta> item) => item.Label(ObjectLabels.JobName);

    public static string ClusterLabel(this IMetadata<V1ObjectMeta> item) => item.Label(ObjectLabels.ClusterName);

    static string Label(this IMetadata<V1ObjectMeta> item, string name) =>
        item.Metadata?.Labels is { } labels && labels.TryGetValue(name, out var value) ? value : "";
}
