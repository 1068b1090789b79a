using Toolbox.Core.Commands;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>What commands do to the model's world.</summary>
static class Executing
{
    public static World Apply(World world, Command command, bool aboutCluster) => command switch
    {
        Command.Kubernetes.AddFinalizer => Change(world, aboutCluster, resource => resource with { Finalizer = true }),
        Command.Kubernetes.RemoveFinalizer => Released(world, aboutCluster),
        Command.Kubernetes.ResetRequestedAction => Change(world, aboutCluster, resource => resource with { Ask = Ask.Nothing }),
        Command.Kubernetes.ScaleTaskManagers scale => world with { Cluster = world.Cluster with { Scale = (byte)scale.TaskManagers } },
        Command.Kubernetes.CreateJobManagerService => world with { Service = true },
        Command.Kubernetes.DeleteJobManagerService => world with { Service = false },
        Command.Kubernetes.CreateJobManagerPod => world.JobManager != PodLife.None ? world : world with
        {
            JobManager = PodLife.Pending, JobManagerPod = (byte)(world.JobManagerPod + 1), JobManagerRestarts = 0,
        },
        Command.Kubernetes.CreateTaskManagerPod => world.TaskManager != PodLife.None ? world : world with { TaskManager = PodLife.Pending },
        Command.Kubernetes.DeletePod { Pod: "tm" } when world.TaskManagerIsAnotherOne => world,
        Command.Kubernetes.DeletePod { Pod: "tm" } => (world with
        {
            TaskManager = PodLife.None, OldTaskManagerLeaves = world.OldTaskManagerLeaves || world.TaskManager == PodLife.Running,
        }).WithTasksLost(),
        // With a precondition on its uid.
        Command.Kubernetes.DeletePod { Pod: var pod } when pod != $"jm{world.JobManagerPod}" => world,
        Command.Kubernetes.DeletePod => world.JobManager == PodLife.Running ? world with { JobManager = PodLife.Leaving }
            : (world with { JobManager = PodLife.None }).WithoutFlinkMemory(),
        Command.Kubernetes.CreateBootstrapJob create => world.Bootstrap != BootstrapLife.None ? world : world with
        {
            Bootstrap = BootstrapLife.Running, BootstrapAttempt = Names.Attempt(create.Submission.JobId), BootstrapAim = 0,
        },
        Command.Kubernetes.DeleteBootstrapJob => world with
        {
            Bootstrap = world.Bootstrap switch
            {
                BootstrapLife.None => BootstrapLife.None,
                BootstrapLife.Aimed or BootstrapLife.LeavingAimed => BootstrapLife.LeavingAimed,
                _ => BootstrapLife.Leaving,
            },
        },
        Command.Flink flink => world.FlinkAnswersWhereSeen ? Send(world, flink) : world,
        _ => throw new InvalidOperationException($"The model does not know {command}"),
    };

    /// <summary>
    /// Whether a command may arrive after its sender has given up on it. One with a precondition on what was observed is refused then.
    /// </summary>
    public static bool MayBeLate(Command command) => command is Command.Flink or Command.Kubernetes.CreateJobManagerPod
        or Command.Kubernetes.CreateTaskManagerPod or Command.Kubernetes.CreateJobManagerService or Command.Kubernetes.CreateBootstrapJob or Command.Kubernetes.DeleteBootstrapJob;

    /// <summary>A late command without the time that it carries, so that equal states are equal.</summary>
    public static Command Timeless(Command command) => command is Command.Kubernetes.CreateBootstrapJob create
        ? create with { Submission = create.Submission with { Since = Moment.Now } } : command;

    /// <summary>A late command does what it always does, also where the resource that it is about is gone: then the operator sweeps up.</summary>
    public static World Arrive(World world, Command command)
    {
        var after = Apply(world with { Late = null }, command, aboutCluster: false);
        var isOrphan = command switch
        {
            Command.Kubernetes.CreateBootstrapJob => !world.Job.Exists,
            Command.Kubernetes.CreateJobManagerPod or Command.Kubernetes.CreateTaskManagerPod or Command.Kubernetes.CreateJobManagerService => !world.Cluster.Exists,
            _ => false,
        };
        return isOrphan ? after with { OrphansAreLeft = true } : after;
    }

    // What the caches did not show yet is left over, and the operator sweeps it up.
    static World Released(World world, bool aboutCluster)
    {
        var after = Change(world, aboutCluster, resource => resource.Released());
        var isLeft = after.Service || after.JobManager != PodLife.None || after.TaskManager != PodLife.None;
        return after is { Cluster.Exists: false, Outdated: not null } && isLeft ? after with { OrphansAreLeft = true } : after;
    }

    /// <summary>What belongs to nobody is removed.</summary>
    public static World Sweep(World world)
    {
        var swept = world with { OrphansAreLeft = false };
        if (!world.Job.Exists) swept = swept with { Bootstrap = BootstrapLife.None, BootstrapAttempt = 0, BootstrapAim = 0 };
        return world.Cluster.Exists ? swept
            : (swept with { Service = false, JobManager = PodLife.None, TaskManager = PodLife.None, OldTaskManagerLeaves = false }).WithoutFlinkMemory();
    }

    static World Send(World world, Command.Flink command) => command switch
    {
        Command.Flink.CancelJob cancel => Cancel(world, Names.Attempt(cancel.JobId)),
        Command.Flink.StopJobWithSavepoint stop => Savepoint(world, Names.Attempt(stop.JobId), stop.TriggerId, stops: true),
        Command.Flink.TriggerSavepoint trigger => Savepoint(world, Names.Attempt(trigger.JobId), trigger.TriggerId, stops: false),
        _ => throw new InvalidOperationException($"The model does not know {command}"),
    };

    static World Cancel(World world, byte attempt) => world.Jobs[attempt] is JobLife.Pending or JobLife.Running or JobLife.Restarting
        ? world with
        {
            Jobs = world.Jobs.With(attempt, JobLife.Cancelling),
            Savepoint = world.Savepoint.Life == SavepointLife.InProgress ? world.Savepoint with { Life = SavepointLife.Failed } : world.Savepoint,
        }
        : world;

    // Flink takes the request for a job that is not terminal, and the savepoint of one that does not run fails at once.
    static World Savepoint(World world, byte attempt, string triggerId, bool stops)
    {
        var trigger = Names.Trigger(triggerId);
        if (world.Savepoint.Attempt == attempt && world.Savepoint.Trigger == trigger) return world;
        return world.Jobs[attempt] switch
        {
            JobLife.Running => world with { Savepoint = new SavepointRun(attempt, trigger, stops, SavepointLife.InProgress, 0) },
            JobLife.Pending or JobLife.Restarting => world with { Savepoint = new SavepointRun(attempt, trigger, stops, SavepointLife.Failed, 0) },
            _ => world,
        };
    }

    static World Change(World world, bool cluster, Func<Resource, Resource> change) =>
        cluster ? world with { Cluster = change(world.Cluster) } : world with { Job = change(world.Job) };
}
