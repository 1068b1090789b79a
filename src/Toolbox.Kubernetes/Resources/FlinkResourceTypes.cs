using System.Text.Json.Serialization.Metadata;
using Toolbox.KubernetesApi;
using Toolbox.KubernetesApi.Models;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Kubernetes.Resources;

/// <summary>The three custom resources as the caches and the commands use them.</summary>
public static class FlinkResourceTypes
{
    const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    // Declared first: the types below are made with it.
    static readonly JsonTypeInfo<FlinkResource> Json =
        (JsonTypeInfo<FlinkResource>)KubernetesModels.With(FlinkResourceJson.Default).GetTypeInfo(typeof(FlinkResource));

    public static ResourceType<FlinkResource> Deployments { get; } = Type(FlinkDeployment.PluralName, FlinkDeployment.KindName);

    public static ResourceType<FlinkResource> Clusters { get; } = Type(FlinkCluster.PluralName, FlinkCluster.KindName);

    public static ResourceType<FlinkResource> Jobs { get; } = Type(FlinkJob.PluralName, FlinkJob.KindName);

    /// <summary>The type of a resource that was read; programmer error for any other kind.</summary>
    public static ResourceType<FlinkResource> Of(FlinkResource resource) => resource.Kind switch
    {
        FlinkDeployment.KindName => Deployments,
        FlinkCluster.KindName => Clusters,
        FlinkJob.KindName => Jobs,
        _ => throw new ArgumentException($"'{resource.Kind}' is none of the toolbox's kinds", nameof(resource)),
    };

    /// <summary>Drops what nobody reads and what makes up most of a resource: for the caches.</summary>
    public static FlinkResource Trim(FlinkResource resource)
    {
        resource.Metadata.ManagedFields = null;
        resource.Metadata.Annotations?.Remove(LastApplied);
        return resource;
    }

    static ResourceType<FlinkResource> Type(string plural, string kind) =>
        new(ResourceDefinition.Group, ResourceDefinition.Version, plural, kind, Json);
}
