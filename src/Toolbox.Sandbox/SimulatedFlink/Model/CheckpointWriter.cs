namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>Writes the state of jobs to the storage and drops what Flink would drop.</summary>
sealed class CheckpointWriter(Schedule schedule, SimulatedStorage storage, ClusterSettings settings)
{
    const long Duration = 20;

    public void TakeCheckpoint(SimulatedJob job)
    {
        var id = job.Checkpoints.TakeId();
        Complete(job, id, CheckpointKind.Checkpoint, $"{settings.CheckpointDirectory}/{job.Id}/chk-{id}");
        foreach (var old in job.Checkpoints.Kept.SkipLast(settings.RetainedCheckpoints).ToList()) Discard(old);
    }

    /// <summary>Writes a savepoint below the target directory and gives its location as Flink reports it.</summary>
    public string TakeSavepoint(SimulatedJob job, CheckpointKind kind, string target, string suffix)
    {
        var path = SimulatedStorage.Normalize($"{target.TrimEnd('/')}/savepoint-{job.Id[..6]}-{suffix}");
        Complete(job, job.Checkpoints.TakeId(), kind, path);
        return path;
    }

    public void RecordFailure(SimulatedJob job, CheckpointKind kind, string reason) =>
        job.Checkpoints.Add(new Checkpoint(job.Checkpoints.TakeId(), kind, schedule.NowMilliseconds, schedule.NowMilliseconds, 0, null, reason));

    /// <summary>What a failed job goes on from: its newest kept checkpoint, else the state it was started from. Savepoints are not used.</summary>
    public RestoredCheckpoint? NewestFor(SimulatedJob job)
    {
        if (job.Checkpoints.Kept.LastOrDefault() is not { Path: { } path } newest || storage.Find(path) is not { } state)
            return job.Checkpoints.Restored is { } restored ? restored with { RestoredAt = schedule.NowMilliseconds } : null;
        return new RestoredCheckpoint(newest.Id, path, false, schedule.NowMilliseconds, state.RecordsProcessed);
    }

    /// <summary>Checkpoints belong to the job: which of them outlive it depends on how it ended.</summary>
    public void DropAfterEnd(SimulatedJob job)
    {
        var kept = settings.Retention switch
        {
            "NO_EXTERNALIZED_CHECKPOINTS" => false,
            "DELETE_ON_CANCELLATION" => job.Status == JobStatus.Failed,
            _ => job.Status is JobStatus.Failed or JobStatus.Canceled,
        };
        if (kept) return;
        foreach (var checkpoint in job.Checkpoints.Kept.ToList()) Discard(checkpoint);
    }

    void Complete(SimulatedJob job, long id, CheckpointKind kind, string path)
    {
        var records = job.Records(schedule.Now);
        var location = SimulatedStorage.Normalize(path);
        storage.Write(location, new SimulatedState(job.Id, job.Request.EntryClass, id, records));
        job.Checkpoints.Add(new Checkpoint(id, kind, schedule.NowMilliseconds - Duration, schedule.NowMilliseconds, 8000 + (records % 1000), location, null));
    }

    void Discard(Checkpoint checkpoint)
    {
        checkpoint.Discarded = true;
        storage.Delete(checkpoint.Path!);
    }
}
