namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>
/// Moves jobs through their states as the default scheduler does: a job is RUNNING as soon as it is scheduled, its tasks run when
/// all slots are there; a failed execution restarts from the newest checkpoint. The adaptive scheduler waits for slots in CREATED.
/// </summary>
sealed class JobLifecycle(Schedule schedule, SlotPool slots, CheckpointWriter checkpoints, ClusterSettings settings)
{
    readonly List<SimulatedJob> waiting = [];

    SimulatedFlinkTiming Timing => settings.Timing;

    public void Submit(SimulatedJob job, RestoredCheckpoint? restored)
    {
        job.Enter(JobStatus.Initializing, schedule.NowMilliseconds);
        if (restored is not null) Restore(job, restored);
        Later(job, Timing.JobInitialization, () => Start(job));
    }

    /// <summary>The JobMaster could not be built, as with a savepoint that cannot be read: FAILED at once, without tasks.</summary>
    public void FailInitialization(SimulatedJob job, string trace)
    {
        job.Enter(JobStatus.Initializing, schedule.NowMilliseconds);
        job.Exceptions.Insert(0, new JobException("org.apache.flink.runtime.client.JobInitializationException", trace, schedule.NowMilliseconds, null));
        End(job, JobStatus.Failed, TaskPhase.Failed);
    }

    public void Fail(SimulatedJob job, string className, string message, bool recoverable)
    {
        var trace = JavaTrace.Of($"{className}: {message}");
        job.Exceptions.Insert(0, new JobException(className, trace, schedule.NowMilliseconds, "Source: Numbers (1/1) - execution #" + job.Restarts));
        if (job.Exceptions.Count > 16) job.Exceptions.RemoveAt(16);
        if (!recoverable || settings.CheckpointInterval <= TimeSpan.Zero || job.Restarts >= (job.Request.RestartAttempts ?? int.MaxValue))
            End(job, JobStatus.Failed, TaskPhase.Failed);
        else Restart(job, checkpoints.NewestFor(job));
    }

    /// <summary>Ends the execution and starts another from the given state, or from nothing.</summary>
    public void Restart(SimulatedJob job, RestoredCheckpoint? from)
    {
        Leave(job);
        job.Enter(JobStatus.Restarting, schedule.NowMilliseconds);
        job.Phase = TaskPhase.Canceled;
        job.ResetRecords(0);
        Later(job, Timing.RestartDelay, () =>
        {
            job.Restarts++;
            if (from is not null) Restore(job, from);
            Start(job);
        });
    }

    public void Cancel(SimulatedJob job)
    {
        if (job.Status == JobStatus.Cancelling) return;
        Leave(job, releaseSlots: false);
        job.Enter(JobStatus.Cancelling, schedule.NowMilliseconds);
        job.Phase = TaskPhase.Canceling;
        Later(job, Timing.CancelDuration, () => End(job, JobStatus.Canceled, TaskPhase.Canceled));
    }

    public void Finish(SimulatedJob job) => End(job, JobStatus.Finished, TaskPhase.Finished);

    /// <summary>Gives free slots to the jobs that wait for them, oldest first.</summary>
    public void OfferSlots()
    {
        foreach (var job in waiting.Where(slots.Fill).ToList()) Deploy(job);
    }

    void Start(SimulatedJob job)
    {
        job.Phase = TaskPhase.Created;
        job.Enter(JobStatus.Created, schedule.NowMilliseconds);
        if (!settings.IsAdaptive) EnterRunning(job);
        waiting.Add(job);
        Later(job, Timing.SlotRequestTimeout, () =>
        {
            if (waiting.Contains(job)) Fail(job, "org.apache.flink.runtime.jobmanager.scheduler.NoResourceAvailableException", "Could not acquire the minimum required resources.", !settings.IsAdaptive);
        });
        OfferSlots();
    }

    void EnterRunning(SimulatedJob job)
    {
        job.Enter(JobStatus.Running, schedule.NowMilliseconds);
        job.Phase = TaskPhase.Scheduled;
    }

    void Deploy(SimulatedJob job)
    {
        waiting.Remove(job);
        if (job.Status != JobStatus.Running) EnterRunning(job);
        job.Phase = TaskPhase.Deploying;
        Later(job, Timing.TaskDeployment, () => Run(job));
    }

    void Run(SimulatedJob job)
    {
        job.Phase = TaskPhase.Running;
        job.StartCounting(schedule.Now);
        if (settings.CheckpointInterval > TimeSpan.Zero) Later(job, settings.CheckpointInterval, () => TakeCheckpoint(job));
        if (job.Request.LastRecord(Timing) is { } last) Later(job, job.TimeUntil(last, schedule.Now), () => Finish(job));
        if (job.Restarts == 0 && job.Request.FailAt is { } number && job.Records(schedule.Now) < number)
            Later(job, job.TimeUntil(number, schedule.Now), () =>
                Fail(job, "java.lang.IllegalStateException", $"Asked to fail at number {number}.", recoverable: true));
        if (job.Request.FailAfter is { } after)
            Later(job, after, () => Fail(job, "java.lang.IllegalStateException", "Asked to fail.", recoverable: true));
    }

    void TakeCheckpoint(SimulatedJob job)
    {
        // A stop suspends the periodic checkpoints until it has ended one way or the other.
        if (!job.IsStopping) checkpoints.TakeCheckpoint(job);
        Later(job, settings.CheckpointInterval, () => TakeCheckpoint(job));
    }

    void Restore(SimulatedJob job, RestoredCheckpoint restored)
    {
        job.ResetRecords(restored.Records);
        job.Checkpoints.Restore(restored with { RestoredAt = schedule.NowMilliseconds });
    }

    void End(SimulatedJob job, JobStatus status, TaskPhase phase)
    {
        Leave(job);
        job.Enter(status, schedule.NowMilliseconds);
        job.Phase = phase;
        checkpoints.DropAfterEnd(job);
    }

    /// <summary>The execution is over: its events are void and its slots go to others.</summary>
    void Leave(SimulatedJob job, bool releaseSlots = true)
    {
        job.Execution++;
        job.IsStopping = false;
        job.StopCounting(schedule.Now);
        waiting.Remove(job);
        if (!releaseSlots) return;
        slots.Release(job);
        OfferSlots();
    }

    void Later(SimulatedJob job, TimeSpan delay, Action action)
    {
        var execution = job.Execution;
        schedule.After(delay, () => { if (job.Execution == execution && !job.Status.IsEnded()) action(); });
    }
}
