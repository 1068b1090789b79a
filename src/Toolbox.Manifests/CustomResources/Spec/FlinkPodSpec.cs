using k8s.Models;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>What JobManager and TaskManager pods have in common. Everything is optional.</summary>
public abstract record FlinkPodSpec
{
    [FieldSchema("Service account of the pod, default if absent.", Nullable = true)]
    public string? ServiceAccount { get; init; }

    [FieldSchema("Annotations of the pod.", Nullable = true)]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    [FieldSchema("Command of the Flink container, the image's entry point if absent.", Nullable = true)]
    public IReadOnlyList<string>? Command { get; init; }

    [FieldSchema("Arguments of the Flink container, jobmanager or taskmanager if absent.", Nullable = true)]
    public IReadOnlyList<string>? Args { get; init; }

    [FieldSchema("Environment variables of the Flink container, appended to the built-in ones.", Nullable = true)]
    public IReadOnlyList<V1EnvVar>? Environment { get; init; }

    [FieldSchema("ConfigMaps and Secrets that become environment variables of the Flink container.", Nullable = true)]
    public IReadOnlyList<V1EnvFromSource>? EnvironmentFrom { get; init; }

    [FieldSchema("Volumes of the pod.", Nullable = true)]
    public IReadOnlyList<V1Volume>? Volumes { get; init; }

    [FieldSchema("Where the Flink container mounts the volumes.", Nullable = true)]
    public IReadOnlyList<V1VolumeMount>? VolumeMounts { get; init; }

    [FieldSchema("More ports of the Flink container; the Service does not have them.", Nullable = true)]
    public IReadOnlyList<V1ContainerPort>? ExtraPorts { get; init; }

    [FieldSchema("Containers that run to their end before Flink starts.", Nullable = true)]
    public IReadOnlyList<V1Container>? InitContainers { get; init; }

    [FieldSchema("Containers that run beside the Flink container.", Nullable = true)]
    public IReadOnlyList<V1Container>? SideContainers { get; init; }

    [FieldSchema("Resources of the Flink container.", Nullable = true)]
    public V1ResourceRequirements? Resources { get; init; }

    [FieldSchema("Security context of the Flink container.", Nullable = true)]
    public V1SecurityContext? SecurityContext { get; init; }

    [FieldSchema("Replaces the built-in preference for spreading the pods of a cluster over the nodes.", Nullable = true)]
    public V1Affinity? Affinity { get; init; }

    [FieldSchema("Tolerations of the pod.", Nullable = true)]
    public IReadOnlyList<V1Toleration>? Tolerations { get; init; }

    [FieldSchema("Topology spread constraints of the pod.", Nullable = true)]
    public IReadOnlyList<V1TopologySpreadConstraint>? TopologySpreadConstraints { get; init; }
}
