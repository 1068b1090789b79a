using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>The Flink image that JobManager and TaskManagers run.</summary>
public sealed record RuntimeSpec
{
    [FieldSchema("Name of the Secret with the credentials of the image registry.", Nullable = true)]
    public string? PullSecrets { get; init; }

    [FieldSchema("When the image is pulled, IfNotPresent if absent.",
        Values = [PullPolicies.Never, PullPolicies.Always, PullPolicies.IfNotPresent])]
    public string? PullPolicy { get; init; }

    [FieldSchema("Flink image with the entry point of the official ones.", Required = true)]
    public string? Image { get; init; }
}
