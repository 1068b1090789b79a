using k8s.Models;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Execution;
using Toolbox.Manifests;

namespace Toolbox.Kubernetes.Observations;

/// <summary>Reads whose an object with our labels is.</summary>
public static class OwnedReading
{
    public static OwnedObject Observe(OwnedKind kind, IMetadata<V1ObjectMeta> item) => new(
        kind, item.Metadata.Name ?? "", item.Metadata.Uid ?? "",
        IsOurs(item) ? Ownership.Annotation(item, ObjectAnnotations.OwnerUid) : "",
        (item.Metadata.OwnerReferences ?? []).Any(owner => owner.Controller == true),
        item.Metadata.DeletionTimestamp is not null);

    // All that we create has these; somebody's copy of an annotation alone proves nothing.
    static bool IsOurs(IMetadata<V1ObjectMeta> item) =>
        Label(item, ObjectLabels.Owner) == ObjectLabels.OwnerValue && Label(item, ObjectLabels.Component) == ObjectLabels.ComponentValue
        && Label(item, ObjectLabels.ClusterName).Length > 0 && Label(item, ObjectLabels.Role).Length > 0;

    static string Label(IMetadata<V1ObjectMeta> item, string name) =>
        item.Metadata.Labels is { } labels && labels.TryGetValue(name, out var value) ? value : "";
}
