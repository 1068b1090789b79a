using k8s.Models;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Manifests;

/// <summary>In what JobManager and TaskManager pods differ.</summary>
sealed record FlinkPodRole(ObjectRole Role, FlinkPodSpec Spec)
{
    public IReadOnlyList<V1EnvVar> Environment { get; init; } = [];

    public IReadOnlyList<V1ContainerPort> Ports { get; init; } = [];

    public V1Probe? StartupProbe { get; init; }

    public V1Probe? LivenessProbe { get; init; }

    public V1Probe? ReadinessProbe { get; init; }
}
