using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>What may go wrong, and what users do; each step uses up a part of the budget.</summary>
static class Disturbing
{
    static readonly Disturbance[] All = Enum.GetValues<Disturbance>();

    public static IEnumerable<Step> Steps(Node node, Setting setting)
    {
        if (node.World.Budget == 0) yield break;
        foreach (var disturbance in All)
            if (setting.Allows(disturbance) && After(node, disturbance, setting) is { } after)
                yield return new Step($"! {disturbance}", CanonicalTime.Of(
                    after.Cluster, after.Job, after.World with { Budget = (byte)(node.World.Budget - 1) }, disturbance == Disturbance.EverythingTakesLong));
    }

    static Node? After(Node node, Disturbance disturbance, Setting setting) => disturbance switch
    {
        <= Disturbance.CommandIsLate => null,
        Disturbance.CachesFallBehind when node.World.Outdated is not null => null,
        Disturbance.CachesFallBehind => Of(node, node.World with
        {
            Outdated = new Outdated(node.World.JobManager, node.World.JobManagerPod, node.World.JobManagerRestarts, node.World.Service, node.World.TaskManager),
        }),
        Disturbance.EverythingTakesLong => node,
        <= Disturbance.TaskManagerPodEnds => Of(node, Pods(node.World, disturbance)),
        <= Disturbance.SavepointFails => Of(node, Processes(node.World, disturbance, setting)),
        <= Disturbance.ClusterIsEdited => Of(node, Edits(node.World, disturbance)),
        <= Disturbance.ClusterStopUnsavedIsAsked => Of(node, Requests(node.World, disturbance)),
        Disturbance.PeriodicSavepointComesDue => setting.IsPeriodic ? PeriodicSavepoint(node) : null,
        _ => Resources(node, disturbance),
    };

    static Node? Of(Node node, World? world) => world is { } known ? node with { World = known } : null;

    static World? Pods(World world, Disturbance disturbance) => disturbance switch
    {
        Disturbance.JobManagerPodIsLost when world.JobManager is PodLife.Running or PodLife.Pending =>
            (world with { JobManager = PodLife.None }).WithoutFlinkMemory(),
        Disturbance.JobManagerPodIsDeleted when world.JobManager is PodLife.Running => world with { JobManager = PodLife.Leaving },
        Disturbance.JobManagerContainerRestarts when world.JobManager is PodLife.Running =>
            (world with { JobManagerRestarts = (byte)(world.JobManagerRestarts + 1) }).WithoutFlinkMemory(),
        Disturbance.JobManagerPodEnds when world.JobManager is PodLife.Running or PodLife.Pending =>
            (world with { JobManager = PodLife.Ended }).WithoutFlinkMemory(),
        Disturbance.ServiceIsLost when world.Service => world with { Service = false },
        Disturbance.TaskManagerPodIsLost when world.TaskManager is PodLife.Running => (world with { TaskManager = PodLife.None }).WithTasksLost(),
        Disturbance.TaskManagerPodEnds when world.TaskManager is PodLife.Running => (world with { TaskManager = PodLife.Ended }).WithTasksLost(),
        _ => null,
    };

    static World? Processes(World world, Disturbance disturbance, Setting setting) => disturbance switch
    {
        Disturbance.FlinkIsCutOff when world is { FlinkIsCut: false, JobManager: PodLife.Running } => world with { FlinkIsCut = true },
        Disturbance.BootstrapFails when world.Bootstrap is BootstrapLife.Running or BootstrapLife.Aimed or BootstrapLife.Submitted =>
            world with { Bootstrap = BootstrapLife.Failed },
        Disturbance.BootstrapPodRestarts when world.Bootstrap is BootstrapLife.Submitted => world with { Bootstrap = BootstrapLife.Running },
        Disturbance.FlinkJobRestarts when world.Jobs.AnyRuns => world.WithTasksLost(),
        Disturbance.FlinkJobFails when world.Jobs.AnyRuns => End(world, JobLife.Failed, setting),
        Disturbance.FlinkJobFinishes when world.Jobs.AnyRuns => Finish(world, setting),
        Disturbance.FlinkJobIsCancelledByHand when world.Jobs.AnyRuns => End(world, JobLife.Canceled, setting),
        Disturbance.FlinkForgetsJob when world.Jobs.AnyRuns =>
            World.Forgetting(End(world, JobLife.Failed, setting), world.Jobs.Live.First(attempt => world.Jobs[attempt] == JobLife.Running)),
        // The second one is complete, and Flink deletes the first.
        Disturbance.CheckpointIsSuperseded when world.Checkpoint.Number == 1 && world.Jobs[world.Checkpoint.Attempt] == JobLife.Running => world with
        {
            Checkpoint = world.Checkpoint with { Number = 2, Time = Moment.Now },
            SupersededCheckpoints = (ushort)(world.SupersededCheckpoints | (1 << world.Checkpoint.Attempt)),
        },
        Disturbance.SavepointFails when world.SavepointMayFail =>
            world with { Savepoint = world.Savepoint with { Life = SavepointLife.Failed } },
        _ => null,
    };

    static World End(World world, JobLife life, Setting setting) =>
        world.WithTasksLost().WithEnded(world.Jobs.Live.First(attempt => world.Jobs[attempt] == JobLife.Running), life, setting.Checkpoints);

    // A savepoint in progress is complete by then, but Flink does not say so yet.
    static World Finish(World world, Setting setting) => world.Savepoint.Life == SavepointLife.InProgress
        ? world.WithEnded(world.Savepoint.Attempt, JobLife.Finished, setting.Checkpoints) : End(world, JobLife.Finished, setting);

    static World? Edits(World world, Disturbance disturbance) => disturbance switch
    {
        Disturbance.JobSpecBecomesInvalid when world.Job is { Exists: true, IsInvalid: false } => world with { Job = world.Job with { IsInvalid = true } },
        Disturbance.JobSpecBecomesValid when world.Job.IsInvalid => world with { Job = world.Job with { IsInvalid = false } },
        Disturbance.ClusterSpecBecomesInvalid when world.Cluster is { Exists: true, IsInvalid: false } =>
            world with { Cluster = world.Cluster with { IsInvalid = true } },
        Disturbance.ClusterSpecBecomesValid when world.Cluster.IsInvalid => world with { Cluster = world.Cluster with { IsInvalid = false } },
        Disturbance.TaskManagersAreScaled when world.Cluster is { Exists: true, Scale: > 0 } => world with { Cluster = world.Cluster with { Scale = 0 } },
        Disturbance.JobIsEdited when world.Job.Exists => world with { Job = world.Job with { Version = (byte)(world.Job.Version + 1) } },
        Disturbance.ParallelismIsSetToZero when world.Job is { Exists: true, Scale: > 0 } => world with { Job = world.Job with { Scale = 0 } },
        Disturbance.ParallelismIsSetToOne when world.Job is { Exists: true, Scale: not 1 } => world with { Job = world.Job with { Scale = 1 } },
        Disturbance.ParallelismIsSetToTwo when world.Job is { Exists: true, Scale: not 2 } => world with { Job = world.Job with { Scale = 2 } },
        Disturbance.ClusterIsEdited when world.Cluster.Exists => world with { Cluster = world.Cluster with { Version = (byte)(world.Cluster.Version + 1) } },
        _ => null,
    };

    static World? Requests(World world, Disturbance disturbance) => disturbance switch
    {
        Disturbance.JobStartIsAsked => AskJob(world, Ask.Start),
        Disturbance.JobStopIsAsked => AskJob(world, Ask.Stop),
        Disturbance.JobStartUnsavedIsAsked => AskJob(world, Ask.StartUnsaved),
        Disturbance.JobStopUnsavedIsAsked => AskJob(world, Ask.StopUnsaved),
        Disturbance.SavepointIsAsked => AskJob(world, Ask.TriggerSavepoint),
        Disturbance.ForgettingIsAsked => AskJob(world, Ask.ForgetSavepoint),
        Disturbance.UnknownActionIsAsked => AskJob(world, Ask.Unknown),
        Disturbance.ClusterSavepointIsAsked => AskCluster(world, Ask.TriggerSavepoint),
        Disturbance.ClusterUnknownActionIsAsked => AskCluster(world, Ask.Unknown),
        Disturbance.ClusterStartIsAsked => AskCluster(world, Ask.Start),
        Disturbance.ClusterStopIsAsked => AskCluster(world, Ask.Stop),
        Disturbance.ClusterStartUnsavedIsAsked => AskCluster(world, Ask.StartUnsaved),
        Disturbance.ClusterStopUnsavedIsAsked => AskCluster(world, Ask.StopUnsaved),
        _ => null,
    };

    static Node? PeriodicSavepoint(Node node) => node.Job.SupervisorStatus == SupervisorStatus.Started && node.Job.SavepointRequestTimestamp.IsSome
        ? node with { Job = node.Job with { SavepointRequestTimestamp = CanonicalTime.LongAgo } } : null;

    static World? AskJob(World world, Ask ask) =>
        world.Job is { Exists: true, Ask: Ask.Nothing } ? Permit(world with { Job = world.Job with { Ask = ask } }, ask) : null;

    static World? AskCluster(World world, Ask ask) =>
        world.Cluster is { Exists: true, Ask: Ask.Nothing } ? Permit(world with { Cluster = world.Cluster with { Ask = ask } }, ask) : null;

    static World Permit(World world, Ask ask) => world with
    {
        MayStartEmpty = world.MayStartEmpty || ask == Ask.StartUnsaved,
        MayStopUnsaved = world.MayStopUnsaved || ask is Ask.StartUnsaved or Ask.StopUnsaved,
        StopWasAsked = world.StopWasAsked || ask is Ask.Stop or Ask.StopUnsaved,
    };

    static Node? Resources(Node node, Disturbance disturbance) => disturbance switch
    {
        Disturbance.JobIsDeleted when node.World.Job is { Exists: true, Deleting: false } =>
            node.World.Job.Finalizer
                ? node with { World = node.World with { Job = node.World.Job with { Deleting = true } } }
                : node with { Job = JobStatus.Empty, World = node.World with { Job = default } },
        Disturbance.ClusterIsDeleted when node.World.Cluster is { Exists: true, Deleting: false } =>
            node.World.Cluster.Finalizer
                ? node with { World = node.World with { Cluster = node.World.Cluster with { Deleting = true } } }
                : node with { Cluster = ClusterStatus.Empty, World = node.World with { Cluster = default } },
        Disturbance.ClusterIsCreatedAgain when !node.World.Cluster.Exists =>
            node with { World = node.World with { Cluster = new Resource(true, false, false, Ask.Nothing, 0, 1) } },
        Disturbance.JobIsDeletedInForeground when node.World.Job is { Exists: true, Deleting: false } =>
            node with { World = node.World with { Job = node.World.Job with { Deleting = true, IsHeld = true } } },
        Disturbance.ClusterIsDeletedInForeground when node.World.Cluster is { Exists: true, Deleting: false } =>
            node with { World = node.World with { Cluster = node.World.Cluster with { Deleting = true, IsHeld = true } } },
        _ => null,
    };
}
