using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>What Kubernetes and Flink do by themselves when nothing goes wrong.</summary>
static class Nature
{
    public static IEnumerable<Step> Steps(Node node, Setting setting)
    {
        var world = node.World;
        if (world.FlinkIsCut) yield return Go(node, "Flink can be reached again", world with { FlinkIsCut = false });
        if (world.JobManager == PodLife.Pending) yield return Go(node, "the JobManager comes up", world with { JobManager = PodLife.Running });
        if (world.JobManager == PodLife.Leaving)
            yield return Go(node, "the JobManager pod has left", (world with { JobManager = PodLife.None }).WithoutFlinkMemory());
        if (world.TaskManager == PodLife.Pending) yield return Go(node, "the TaskManager comes up", world with { TaskManager = PodLife.Running });
        if (world.OldTaskManagerLeaves) yield return Go(node, "the old TaskManager pod has left", world with { OldTaskManagerLeaves = false });
        if (world.Cluster is { IsHeld: true, Deleting: true }) yield return LetGo(node, cluster: true);
        if (world.Job is { IsHeld: true, Deleting: true }) yield return LetGo(node, cluster: false);
        foreach (var step in OfBootstrap(node)) yield return step;
        if (world.JobManager is PodLife.Running or PodLife.Leaving)
            foreach (var step in OfFlink(node, setting)) yield return step;
        if (world.Outdated is not null) yield return Go(node, "the caches catch up", world with { Outdated = null });
        if (world.OrphansAreLeft) yield return Go(node, "the operator removes what belongs to nobody", Executing.Sweep(world));
        if (world.Late is { } late) yield return Go(node, $"a late command arrives: {late.GetType().Name}", Executing.Arrive(world, late));
    }

    // What it held goes with its status, unless our finalizer is there.
    static Step LetGo(Node node, bool cluster)
    {
        var free = (cluster ? node.World.Cluster : node.World.Job) with { IsHeld = false };
        if (!free.Finalizer) free = default;
        var after = cluster ? node with { World = node.World with { Cluster = free } } : node with { World = node.World with { Job = free } };
        return new Step($"the {(cluster ? "FlinkCluster" : "FlinkJob")} is no longer held by somebody else's finalizer", CanonicalTime.Of(
            after.World.Cluster.Exists ? after.Cluster : ClusterStatus.Empty, after.World.Job.Exists ? after.Job : JobStatus.Empty, after.World));
    }

    static IEnumerable<Step> OfBootstrap(Node node)
    {
        var world = node.World;
        if (world.Bootstrap == BootstrapLife.Running)
        {
            var submission = node.Job.Submission.Case as Submission;
            if (submission is null || Names.Attempt(submission.JobId) != world.BootstrapAttempt || node.Job.JobId == submission.JobId)
                yield return Go(node, "the bootstrap finds nothing to do", world with { Bootstrap = BootstrapLife.Succeeded });
            else if (world.JobManager == PodLife.Running && submission.JobManager == world.Process)
                yield return Go(node, "the bootstrap looks up submission and JobManager",
                    world with { Bootstrap = BootstrapLife.Aimed, BootstrapAim = world.JobManagerPod });
        }
        if (world.Bootstrap == BootstrapLife.Aimed) yield return Go(node, "the bootstrap submits", Submit(node, BootstrapLife.Submitted));
        if (world.Bootstrap == BootstrapLife.LeavingAimed)
            yield return Go(node, "the bootstrap submits while it is being deleted", Submit(node, BootstrapLife.Leaving));
        if (world.Bootstrap == BootstrapLife.Submitted) yield return Report(node);
        if (world.Bootstrap is BootstrapLife.Leaving or BootstrapLife.LeavingAimed)
            yield return Go(node, "the bootstrap has left", world with { Bootstrap = BootstrapLife.None, BootstrapAttempt = 0, BootstrapAim = 0 });
    }

    static World Submit(Node node, BootstrapLife next)
    {
        var world = node.World;
        if (world.JobManager != PodLife.Running || world.JobManagerPod != world.BootstrapAim || world.FlinkIsCut)
            return world with { Bootstrap = next == BootstrapLife.Submitted ? BootstrapLife.Running : next };
        var known = world.Jobs[world.BootstrapAttempt] != JobLife.None;
        if (known) return world with { Bootstrap = next };
        // Of a submission that is recorded no more it is assumed that it would find its checkpoint: it must not run then either.
        var isThere = !node.Job.Submission.Exists(last => Names.Attempt(last.JobId) == world.BootstrapAttempt && !world.IsThere(last.RestorePoint));
        return world with
        {
            Bootstrap = next,
            Jobs = world.Jobs.With(world.BootstrapAttempt, JobLife.Pending),
            JobsWithoutCheckpoint = isThere ? world.JobsWithoutCheckpoint : (ushort)(world.JobsWithoutCheckpoint | (1 << world.BootstrapAttempt)),
        };
    }

    static Step Report(Node node)
    {
        var id = Names.FlinkId(node.World.BootstrapAttempt);
        var job = node.World.Job.Exists && node.Job.Submission.Exists(last => last.JobId == id) ? node.Job with { JobId = id } : node.Job;
        return new Step("the bootstrap reports the job's id",
            CanonicalTime.Of(node.Cluster, job, node.World with { Bootstrap = BootstrapLife.Succeeded }));
    }

    static IEnumerable<Step> OfFlink(Node node, Setting setting)
    {
        var world = node.World;
        foreach (var attempt in world.Jobs.Live)
        {
            var life = world.Jobs[attempt];
            if (life == JobLife.Cancelling) yield return Go(node, "Flink has cancelled the job", world.WithEnded(attempt, JobLife.Canceled, setting.Checkpoints));
            if (life == JobLife.Pending && world.LacksCheckpoint(attempt))
            {
                yield return Go(node, "Flink does not find the job's checkpoint", world with
                {
                    Jobs = world.Jobs.With(attempt, JobLife.Failed),
                    // The request of a bootstrap is answered with the error.
                    Bootstrap = world.Bootstrap == BootstrapLife.Submitted && world.BootstrapAttempt == attempt ? BootstrapLife.Failed : world.Bootstrap,
                });
                continue;
            }
            // A TaskManager finds the JobManager by its Service when either of them is new, and that is when tasks restart.
            if (life is JobLife.Pending or JobLife.Restarting && world is { TaskManager: PodLife.Running, Service: true })
                yield return Go(node, "the Flink job's tasks run", world with { Jobs = world.Jobs.With(attempt, JobLife.Running) });
            if (life == JobLife.Running && setting.Checkpoints is not null && world.Checkpoint.Attempt != attempt)
                yield return Go(node, "Flink completes a checkpoint", world with { Checkpoint = new Taken((byte)attempt, 1, Moment.Now) });
        }
        if (world.Savepoint is { Stops: true, Life: SavepointLife.Completed } && world.Jobs[world.Savepoint.Attempt] == JobLife.Running)
            yield return Go(node, "Flink ends the job after its savepoint", world.WithEnded(world.Savepoint.Attempt, JobLife.Finished, setting.Checkpoints));
        if (world.Savepoint is { Stops: true, Life: SavepointLife.InProgress } && world.Jobs[world.Savepoint.Attempt] == JobLife.Running)
            yield return Go(node, "Flink ends the job before it answers that the savepoint is complete", world.WithEnded(world.Savepoint.Attempt, JobLife.Finished, setting.Checkpoints));
        if (world.Savepoint.Life == SavepointLife.InProgress) yield return Go(node, "Flink completes the savepoint", Complete(world));
    }

    static World Complete(World world)
    {
        var number = (byte)(world.Savepoints + 1);
        return world with
        {
            Savepoints = number,
            Savepoint = world.Savepoint with { Life = SavepointLife.Completed, Number = number },
            Listed = new Taken(world.Savepoint.Attempt, number, Moment.Now),
        };
    }

    static Step Go(Node node, string text, World after) => new(text, CanonicalTime.Of(node.Cluster, node.Job, after));
}
