using k8s.Models;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>The code of a job: an image that holds flinkctl and the JAR.</summary>
public sealed record BootstrapSpec
{
    public const string DefaultServiceAccount = "flink-bootstrap";

    [FieldSchema("Name of the Secret with the credentials of the image registry.", Nullable = true)]
    public string? PullSecrets { get; init; }

    [FieldSchema("When the image is pulled, IfNotPresent if absent.",
        Values = [PullPolicies.Never, PullPolicies.Always, PullPolicies.IfNotPresent])]
    public string? PullPolicy { get; init; }

    [FieldSchema("Image with flinkctl and the JAR.", Required = true)]
    public string? Image { get; init; }

    [FieldSchema("Main class of the job.", Required = true)]
    public string? ClassName { get; init; }

    [FieldSchema("Path of the JAR inside the image.", Required = true)]
    public string? JarPath { get; init; }

    [FieldSchema("Arguments of the job.", Nullable = true)]
    public IReadOnlyList<string>? Arguments { get; init; }

    [FieldSchema("Service account of the bootstrap, flink-bootstrap if absent.", Nullable = true)]
    public string? ServiceAccount { get; init; }

    [FieldSchema("Resources of the bootstrap, 0.1 to 1 CPU and 256Mi if absent.", Nullable = true)]
    public V1ResourceRequirements? Resources { get; init; }

    [FieldSchema("Security context of the bootstrap's container; what it leaves out keeps its secure default.", Nullable = true)]
    public V1SecurityContext? SecurityContext { get; init; }
}
