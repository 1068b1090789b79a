using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>A savepoint or retained checkpoint that the job can start from.</summary>
public sealed record RestorePointStatus
{
    public string? Path { get; init; }

    [FieldSchema("Why it exists, for example Manual, Periodic or Checkpoint.")]
    public string? Origin { get; init; }

    [FieldSchema("When it was completed, RFC 3339.")]
    public string? Time { get; init; }

    [FieldSchema("Flink job that it was taken from.")]
    public string? JobId { get; init; }
}
