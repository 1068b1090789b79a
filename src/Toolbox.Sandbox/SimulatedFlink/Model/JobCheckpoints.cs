namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>Checkpoint statistics of one job. The history keeps ten entries, as Flink does by default.</summary>
sealed class JobCheckpoints
{
    readonly List<Checkpoint> all = [];

    public long NextId { get; private set; } = 1;

    public int RestoredCount { get; private set; }

    public int CompletedCount { get; private set; }

    public int FailedCount { get; private set; }

    public Checkpoint? LatestCompleted { get; private set; }

    public Checkpoint? LatestSavepoint { get; private set; }

    public Checkpoint? LatestFailed { get; private set; }

    public RestoredCheckpoint? Restored { get; private set; }

    public IEnumerable<Checkpoint> History => Enumerable.Reverse(all).Take(10);

    public IEnumerable<Checkpoint> Kept => all.Where(item => item is { Kind: CheckpointKind.Checkpoint, Completed: true, Discarded: false });

    public long TakeId() => NextId++;

    public void Add(Checkpoint checkpoint)
    {
        all.Add(checkpoint);
        if (all.Count > 100) all.RemoveAll(item => item.Discarded && all.IndexOf(item) < all.Count - 20);
        if (!checkpoint.Completed) (LatestFailed, FailedCount) = (checkpoint, FailedCount + 1);
        else if (checkpoint.Kind == CheckpointKind.Checkpoint) (LatestCompleted, CompletedCount) = (checkpoint, CompletedCount + 1);
        else (LatestSavepoint, CompletedCount) = (checkpoint, CompletedCount + 1);
    }

    public void Restore(RestoredCheckpoint restored)
    {
        Restored = restored;
        RestoredCount++;
        NextId = Math.Max(NextId, restored.Id + 1);
    }
}

/// <summary>What the current execution started from.</summary>
sealed record RestoredCheckpoint(long Id, string Path, bool IsSavepoint, long RestoredAt, long Records);
