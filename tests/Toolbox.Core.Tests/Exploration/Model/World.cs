using Toolbox.Core.Commands;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>Kubernetes and Flink around one cluster and one job, reduced to what decisions can tell apart.</summary>
readonly record struct World
{
    public Resource Cluster { get; init; }

    public Resource Job { get; init; }

    public PodLife JobManager { get; init; }

    /// <summary>Counts JobManager pods; with the restarts of its container it names the process.</summary>
    public byte JobManagerPod { get; init; }

    public byte JobManagerRestarts { get; init; }

    public bool Service { get; init; }

    public PodLife TaskManager { get; init; }

    public bool OldTaskManagerLeaves { get; init; }

    public BootstrapLife Bootstrap { get; init; }

    public byte BootstrapAttempt { get; init; }

    /// <summary>The JobManager pod whose address the bootstrap has looked up.</summary>
    public byte BootstrapAim { get; init; }

    public bool FlinkIsCut { get; init; }

    public FlinkJobs Jobs { get; init; }

    public SavepointRun Savepoint { get; init; }

    public Taken Listed { get; init; }

    public Taken Checkpoint { get; init; }

    /// <summary>A bit for each submission whose checkpoint Flink has deleted.</summary>
    public ushort DeletedCheckpoints { get; init; }

    /// <summary>A bit for each submission whose first checkpoint has given way to a second one, on storage that outlives Flink.</summary>
    public ushort SupersededCheckpoints { get; init; }

    /// <summary>A bit for each submission whose checkpoint is not there, as long as Flink knows it.</summary>
    public ushort JobsWithoutCheckpoint { get; init; }

    /// <summary>Counts savepoints, so that each has a path of its own.</summary>
    public byte Savepoints { get; init; }

    /// <summary>The user asked for a start without savepoint, and no submission has followed yet.</summary>
    public bool MayStartEmpty { get; init; }

    /// <summary>The user asked to stop or restart without savepoint, and the job has not ended yet.</summary>
    public bool MayStopUnsaved { get; init; }

    /// <summary>The user has asked for a stop of cluster or job at least once.</summary>
    public bool StopWasAsked { get; init; }

    /// <summary>A command that is under way although nobody waits for it any more.</summary>
    public Command? Late { get; init; }

    /// <summary>A late command has created something for a resource that is gone; the operator's sweep removes it.</summary>
    public bool OrphansAreLeft { get; init; }

    /// <summary>What the supervisor sees instead of pods and Service while its caches are behind; null when they are exact.</summary>
    public Outdated? Outdated { get; init; }

    /// <summary>How many more disturbances there may be.</summary>
    public byte Budget { get; init; }

    public string Process => $"jm{JobManagerPod}/{JobManagerRestarts}";

    /// <summary>This world as the supervisor's caches show it.</summary>
    public World Seen => Outdated is { } old
        ? this with { JobManager = old.JobManager, JobManagerPod = old.JobManagerPod, JobManagerRestarts = old.JobManagerRestarts, Service = old.Service, TaskManager = old.TaskManager } : this;

    /// <summary>The caches show a TaskManager pod that has given way to another one: a command about it, with its uid, is refused.</summary>
    public bool TaskManagerIsAnotherOne => Seen.TaskManager == PodLife.Ended && TaskManager is PodLife.Pending or PodLife.Running && Outdated is not null;

    /// <summary>At the address that the caches show Flink answers; it may be another process than they show.</summary>
    public bool FlinkAnswersWhereSeen => FlinkAnswers && Seen.JobManagerPod == JobManagerPod;

    public bool FlinkAnswers => JobManager is PodLife.Running or PodLife.Leaving && !FlinkIsCut;

    /// <summary>
    /// Whatever the JobManager's process knew is gone with it, also how a job ended that nobody looked at since: that a checkpoint was
    /// deleted then, nobody can know any more.
    /// </summary>
    public World WithoutFlinkMemory() =>
        this with { Late = Late is Command.Flink ? null : Late, Jobs = default, Savepoint = default, Listed = default, Checkpoint = default, DeletedCheckpoints = 0, JobsWithoutCheckpoint = 0 };

    public bool LacksCheckpoint(int attempt) => (JobsWithoutCheckpoint >> attempt & 1) == 1;

    /// <summary>Whether a restore point is there to start from.</summary>
    public bool IsThere(string path)
    {
        for (var attempt = 0; attempt <= FlinkJobs.Limit; attempt++)
        {
            var number = (SupersededCheckpoints >> attempt & 1) == 1 ? 2 : 1;
            if (path == Names.CheckpointPath(attempt, 3 - number)) return false;
        }
        return true;
    }

    /// <summary>A job comes to its end, and Flink deletes its checkpoint where it does not keep it.</summary>
    public World WithEnded(int attempt, JobLife life, RestorePointOrigin? checkpoints)
    {
        var isKept = checkpoints switch
        {
            RestorePointOrigin.RetainedCheckpoint => life != JobLife.Finished,
            RestorePointOrigin.CheckpointKeptOnFailure => life == JobLife.Failed,
            _ => false,
        };
        return this with
        {
            Jobs = Jobs.With(attempt, life),
            // Only what this process has taken: a run under the same id that another process had is unknown to it.
            DeletedCheckpoints = isKept || Checkpoint.Attempt != attempt ? DeletedCheckpoints : (ushort)(DeletedCheckpoints | (1 << attempt)),
        };
    }

    /// <summary>Flink drops what it knew of a job that has ended.</summary>
    public static World Forgetting(World world, int attempt) => world with { Jobs = world.Jobs.With(attempt, JobLife.None) };

    /// <summary>Jobs without their TaskManager restart, and a savepoint in progress fails; one that is complete no longer ends its job.</summary>
    public World WithTasksLost()
    {
        var jobs = Jobs;
        foreach (var attempt in Jobs.Live)
            if (jobs[attempt] is JobLife.Running) jobs = jobs.With(attempt, JobLife.Restarting);
        return this with
        {
            Jobs = jobs,
            Savepoint = SavepointMayFail ? Savepoint with { Life = SavepointLife.Failed } : SavepointIsAnsweredLate ? Savepoint : Savepoint with { Stops = false },
        };
    }

    /// <summary>Flink has finished a job with its savepoint, but does not answer yet that the savepoint is complete.</summary>
    public bool SavepointIsAnsweredLate => Savepoint.Life == SavepointLife.InProgress && Jobs[Savepoint.Attempt] == JobLife.Finished;

    public bool SavepointMayFail => Savepoint.Life == SavepointLife.InProgress && !SavepointIsAnsweredLate;
}
