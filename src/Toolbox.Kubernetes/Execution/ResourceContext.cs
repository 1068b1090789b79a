using Toolbox.Kubernetes.Resources;

namespace Toolbox.Kubernetes.Execution;

/// <summary>
/// The resource that was decided about, as it is known now. Each write to it makes its answer the known state, so that the next
/// command of the same decision does not conflict with the one before; a write by anybody else still does.
/// </summary>
/// <param name="resource">As it was observed.</param>
/// <param name="clusterName">The cluster that it is, or that it belongs to.</param>
public sealed class ResourceContext(FlinkResource resource, string clusterName)
{
    public FlinkResource Resource { get; private set; } = resource;

    public string ClusterName => clusterName;

    public string Namespace => Resource.Namespace;

    /// <summary>A FlinkJob's name without its cluster's.</summary>
    public string JobName => Resource.Name.StartsWith(clusterName + "-", StringComparison.Ordinal)
        ? Resource.Name[(clusterName.Length + 1)..]
        : Resource.Name;

    internal void Became(FlinkResource resource) => Resource = FlinkResourceTypes.Trim(resource);

    // The answer of the scale subresource carries the new version and the number; the rest is what it was, since the write was
    // conditional. The observed object belongs to a cache and stays as it is.
    internal void WasScaled(string field, int number, string resourceVersion)
    {
        if (resourceVersion.Length > 0 && resourceVersion != Resource.ResourceVersion) Resource = Resource.Scaled(field, number, resourceVersion);
    }
}
