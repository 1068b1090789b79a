using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>
/// A condition in the standard form of Kubernetes, so that <c>kubectl wait --for=condition=...</c> works. Times are RFC 3339 in UTC.
/// </summary>
public sealed record ResourceCondition
{
    [FieldSchema("Unique name of the condition.", Required = true)]
    public string? Type { get; init; }

    [FieldSchema(Required = true, Values = ["True", "False", "Unknown"])]
    public string? Status { get; init; }

    [FieldSchema("Generation of the resource that this condition was computed from.", Minimum = 0)]
    public long? ObservedGeneration { get; init; }

    [FieldSchema("When status changed last.", Required = true, Format = "date-time")]
    public string? LastTransitionTime { get; init; }

    [FieldSchema("Reason in one word.", Required = true)]
    public string? Reason { get; init; }

    [FieldSchema("Reason as a sentence.", Required = true)]
    public string? Message { get; init; }
}
