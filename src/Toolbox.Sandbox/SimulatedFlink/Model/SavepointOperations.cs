namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>
/// Savepoints and stops in the background. A trigger is always accepted, whatever the job; what came of it shows only here.
/// A repeated trigger id starts nothing new. Results are forgotten some minutes after the end and with the process.
/// </summary>
sealed class SavepointOperations(
    Schedule schedule, JobLifecycle lifecycle, CheckpointWriter checkpoints, SimulatedFaults faults, SimulatedFlinkTiming timing, Func<string> newSuffix)
{
    const string CheckpointException = "org.apache.flink.runtime.checkpoint.CheckpointException: ";
    readonly Dictionary<(string Job, string Trigger), SavepointOperation> operations = [];

    public SavepointOperation? Find(string jobId, string triggerId) => operations.GetValueOrDefault((jobId, triggerId));

    public void Trigger(SimulatedJob? job, SavepointOperation operation)
    {
        if (!operations.TryAdd((operation.JobId, operation.TriggerId), operation)) return;
        if (Refusal(job, operation) is { } refusal) { End(operation, failure: refusal); return; }
        var (execution, stop) = (job!.Execution, operation.Purpose == SavepointPurpose.Stop);
        job.IsStopping |= stop;
        schedule.After(timing.SavepointDuration, () => Write(job, operation, execution));
    }

    static string? Refusal(SimulatedJob? job, SavepointOperation operation)
    {
        if (job is null || job.Status.IsEnded()) return FlinkRestException.JobNotFoundText(operation.JobId);
        if (job.Status == JobStatus.Initializing)
            return "org.apache.flink.runtime.dispatcher.UnavailableDispatcherOperationException: Unable to execute triggerSavepoint because the JobManager is initializing.";
        if (!job.AllTasksRun || job.IsStopping)
            return $"{CheckpointException}Checkpoint triggering task Source: Numbers (1/1) of job {job.Id} is not being executed at the moment. " +
                   "Aborting checkpoint. Failure reason: Not all required tasks are currently running.";
        return null;
    }

    void Write(SimulatedJob job, SavepointOperation operation, int execution)
    {
        var kind = operation.Purpose == SavepointPurpose.Stop ? CheckpointKind.SyncSavepoint : CheckpointKind.Savepoint;
        if (job.Execution != execution)
        {
            End(operation, failure: CheckpointException + "Checkpoint Coordinator is suspending.");
            return;
        }
        if (faults.TakeSavepointFailure() is { } reason)
        {
            job.IsStopping = false;
            checkpoints.RecordFailure(job, kind, reason);
            End(operation, failure: CheckpointException + reason);
            return;
        }
        var location = checkpoints.TakeSavepoint(job, kind, operation.Target, newSuffix());
        Conclude(job, operation, location);
    }

    void Conclude(SimulatedJob job, SavepointOperation operation, string location)
    {
        switch (operation.Purpose)
        {
            case SavepointPurpose.Keep:
                End(operation, location);
                break;
            case SavepointPurpose.CancelAfterwards:
                End(operation, location);
                lifecycle.Cancel(job);
                break;
            case SavepointPurpose.Stop when faults.TakeStopFailure():
                End(operation, failure: "org.apache.flink.runtime.scheduler.stopwithsavepoint.StopWithSavepointStoppingException: " +
                    $"A savepoint has been created at: {location}, but the corresponding job {job.Id} failed during stopping. The savepoint is consistent, but might have uncommitted transactions.");
                var savepoint = job.Checkpoints.LatestSavepoint!;
                lifecycle.Restart(job, new RestoredCheckpoint(savepoint.Id, location, true, schedule.NowMilliseconds, job.Records(schedule.Now)));
                break;
            case SavepointPurpose.Stop:
                End(operation, location);
                // Nothing is read after the savepoint: what the job counted is what the savepoint holds.
                job.StopCounting(schedule.Now);
                var execution = job.Execution;
                schedule.After(timing.StopLag, () => { if (job.Execution == execution) lifecycle.Finish(job); });
                break;
        }
    }

    void End(SavepointOperation operation, string? location = null, string? failure = null)
    {
        operation.Location = location;
        if (failure is not null)
            operation.FailureTrace = JavaTrace.Of("java.util.concurrent.CompletionException: " + failure, failure);
        schedule.After(timing.OperationResultLifetime, () => operations.Remove((operation.JobId, operation.TriggerId)));
    }
}
