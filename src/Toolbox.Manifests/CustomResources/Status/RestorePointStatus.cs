using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>A savepoint or retained checkpoint that the job can start from.</summary>
public sealed record RestorePointStatus
{
    public string? Path { get; init; }

    [FieldSchema("Savepoint or checkpoint.")]
    public string? Kind { get; init; }

    [FieldSchema("Who asked for it or where it comes from.")]
    public string? Origin { get; init; }

    [FieldSchema("When it was completed, RFC 3339.")]
    public string? Time { get; init; }

    [FieldSchema("Flink job that it was taken from.")]
    public string? JobId { get; init; }

    [FieldSchema("The running job was started from it or a submission refers to it.")]
    public bool? InUse { get; init; }
}
