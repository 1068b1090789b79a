namespace Toolbox.Flink;

/// <summary>A submission: POST /jars/ID/run.</summary>
/// <param name="JobId">32 hexadecimal digits of our choice; only retries of the same submission may reuse it.</param>
/// <param name="EntryClass">Main class; null takes the one of the JAR's manifest.</param>
/// <param name="Parallelism">At least 1. Always sent: Flink would ignore the cluster's default.</param>
public sealed record RunRequest(string JobId, string? EntryClass, int Parallelism)
{
    /// <summary>Program arguments, one element each; nothing is split or joined.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Savepoint or retained checkpoint to start from; null or empty starts without state.</summary>
    public string? SavepointPath { get; init; }

    public bool AllowNonRestoredState { get; init; }

    /// <summary>Who owns the restored state afterwards; null leaves Flink's default. Ignored before 1.15.</summary>
    public ClaimMode? ClaimMode { get; init; }
}
