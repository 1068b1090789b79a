using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Work that takes several steps and where it stands; written before each step that must not be done twice.</summary>
public sealed record ProgressStatus
{
    [FieldSchema("Step that is being done.")]
    public string? Step { get; init; }

    [FieldSchema("Since when, RFC 3339.")]
    public string? Since { get; init; }

    [FieldSchema("How often the step was tried.")]
    public int? Attempt { get; init; }

    [FieldSchema("Flink job that the step is about.")]
    public string? JobId { get; init; }

    [FieldSchema("Trigger id of the savepoint that Flink is taking.")]
    public string? TriggerId { get; init; }

    [FieldSchema("What is being waited for, or what failed.")]
    public string? Message { get; init; }
}
