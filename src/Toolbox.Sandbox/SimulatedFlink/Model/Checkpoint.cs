namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>One checkpoint or savepoint in a job's statistics.</summary>
sealed record Checkpoint(long Id, CheckpointKind Kind, long TriggeredAt, long EndedAt, long Size, string? Path, string? Failure)
{
    /// <summary>Its files are gone: subsumed by a newer one, or dropped when the job ended.</summary>
    public bool Discarded { get; set; }

    public bool Completed => Failure is null;
}

enum CheckpointKind
{
    Checkpoint,
    Savepoint,
    SyncSavepoint,
}
