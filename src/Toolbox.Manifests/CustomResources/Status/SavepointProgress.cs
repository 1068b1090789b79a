using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>A savepoint that is being taken.</summary>
public sealed record SavepointProgress
{
    [FieldSchema("Why it is taken.")]
    public string? Origin { get; init; }

    [FieldSchema("Flink stops the job with this savepoint.")]
    public bool? StopsJob { get; init; }

    [FieldSchema("How often it was tried.")]
    public int? Attempt { get; init; }

    [FieldSchema("Since when, RFC 3339.")]
    public string? Since { get; init; }
}
