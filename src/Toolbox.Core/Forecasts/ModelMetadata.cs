using Toolbox.Core.Resources;

namespace Toolbox.Core.Forecasts;

/// <summary>Generations, deletions and finalizers of the model's resources.</summary>
static class ModelMetadata
{
    /// <summary>Changes a resource's metadata; one that is being deleted and has no finalizer left is gone.</summary>
    public static ModelNamespace Change(ModelNamespace model, ModelSubject subject, Func<ResourceMetadata, ResourceMetadata> change) => subject.Kind switch
    {
        ModelSubject.Deployment when model.Deployments.GetValueOrDefault(subject.Name) is { } deployment => change(deployment.Metadata) is var metadata && IsGone(metadata)
            ? model with { Deployments = model.Deployments.Remove(subject.Name) } : model.With(deployment with { Metadata = metadata }),
        ModelSubject.Cluster when model.Clusters.GetValueOrDefault(subject.Name) is { } cluster => change(cluster.Snapshot.Metadata) is var metadata && IsGone(metadata)
            ? model with { Clusters = model.Clusters.Remove(subject.Name) } : model.With(cluster with { Snapshot = cluster.Snapshot with { Metadata = metadata } }),
        ModelSubject.Job when model.Jobs.GetValueOrDefault(subject.Name) is { } job => change(job.Snapshot.Metadata) is var metadata && IsGone(metadata)
            ? model with { Jobs = model.Jobs.Remove(subject.Name) } : model.With(job with { Snapshot = job.Snapshot with { Metadata = metadata } }),
        _ => model,
    };

    public static ResourceMetadata Edited(ResourceMetadata metadata) => metadata with { Generation = metadata.Generation + 1 };

    public static ResourceMetadata Deleted(ResourceMetadata metadata) => metadata with { IsDeleting = true };

    public static ResourceMetadata With(ResourceMetadata metadata, string finalizer) =>
        metadata.HasFinalizer(finalizer) ? metadata : metadata with { Finalizers = metadata.Finalizers.Add(finalizer).Strict() };

    public static ResourceMetadata Without(ResourceMetadata metadata, string finalizer) => metadata with { Finalizers = metadata.Finalizers.Filter(item => item != finalizer).Strict() };

    static bool IsGone(ResourceMetadata metadata) => metadata is { IsDeleting: true, Finalizers.IsEmpty: true };
}
