using Toolbox.Core.Resources;

namespace Toolbox.Kubernetes.Resources;

/// <summary>What decisions need of a resource's metadata.</summary>
public static class MetadataReading
{
    public static ResourceMetadata ReadMetadata(this FlinkResource resource) => new(
        resource.Namespace, resource.Name, resource.Uid, resource.Metadata.Generation ?? 0, resource.ResourceVersion,
        resource.Metadata.DeletionTimestamp is not null, (resource.Metadata.Finalizers ?? []).ToSeq().Strict());

    /// <summary>The user's request as it stands in the annotations.</summary>
    public static RequestAnnotation ReadRequest(this FlinkResource resource) =>
        RequestAnnotation.From(resource.Annotation(Annotations.RequestedAction), resource.Annotation(Annotations.WithoutSavepoint));
}
