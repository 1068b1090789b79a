using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>What the supervisor sees of the model's world; its caches are exact.</summary>
static class Observing
{
    const string TaskManagerAddress = "10.0.1.1";

    // Of the one TaskManager: enough for the parallelism 1 and 2.
    const int Slots = 2;

    static readonly Seq<SpecError> Invalid = Seq1(new SpecError("spec", "?", "something else is required"));

    public static ClusterSnapshot Cluster(Node node)
    {
        var world = node.World;
        var jobs = world.Job.Exists
            ? Seq1(new ClusterJob(Names.Job, node.Job.SupervisorStatus, node.Job.JobParallelism, world.Job.Finalizer)) : LanguageExt.Seq<ClusterJob>.Empty;
        return new ClusterSnapshot(
            Metadata(Names.Cluster, "cluster-uid", world.Cluster), world.Cluster.IsInvalid ? Invalid : ClusterSpecOf(world), node.Cluster, Annotation(world.Cluster.Ask),
            JobManagers(world.Seen), TaskManagers(world.Seen), world.Seen.Service ? Presence.Present : Presence.Absent, FlinkCluster(world), jobs, None, Moment.Now);
    }

    public static JobSnapshot Job(Node node, Setting setting)
    {
        var world = node.World;
        var cluster = world.Cluster.Exists ? Some(ClusterOf(node, setting)) : None;
        return new JobSnapshot(
            Metadata(Names.Job, Names.JobUid, world.Job), world.Job.IsInvalid ? Invalid : JobSpecOf(world, setting), node.Job, Annotation(world.Job.Ask), cluster,
            Bootstrap(world), FlinkJob(node, setting), Savepoint(node), None, Moment.Now);
    }

    static ResourceMetadata Metadata(string name, string uid, Resource resource) =>
        new("flink", name, uid, 1, "1", resource.Deleting,
            Seq((resource.Finalizer, Finalizers.Supervisor), (resource.IsHeld, "foregroundDeletion")).Filter(item => item.Item1).Map(item => item.Item2).Strict());

    static ClusterSpec ClusterSpecOf(World world) => Clusters.Spec with
    {
        TaskManagers = world.Cluster.Scale,
        MaxTaskManagers = 1,
        TaskSlots = Slots,
        RescalePolicy = RescalePolicy.JobParallelism,
        Digest = new ClusterDigest($"runtime-{world.Cluster.Version}", "", "", ""),
    };

    static JobSpec JobSpecOf(World world, Setting setting) => Jobs.Spec with
    {
        Parallelism = world.Job.Scale,
        SavepointInterval = setting.IsPeriodic ? CanonicalTime.Period : TimeSpan.Zero,
        SavepointMode = setting.Mode,
        RestartPolicy = setting.Policy,
        SavepointOnDeletion = setting.SavepointOnDeletion,
        SavepointTargetPath = "s3://savepoints",
        Digest = new JobDigest($"bootstrap-{world.Job.Version}", "", ""),
    };

    static JobCluster ClusterOf(Node node, Setting setting) => Jobs.ReadyCluster with
    {
        SupervisorStatus = node.Cluster.SupervisorStatus,
        ResourceStatus = node.Cluster.ResourceStatus,
        ClusterHealth = node.Cluster.ClusterHealth,
        StopIntent = node.Cluster.StopIntent,
        WithoutSavepoint = node.Cluster.WithoutSavepoint,
        JobManager = node.Cluster.JobManager,
        TriggerIdIsOurs = setting.TriggerIdIsOurs,
    };

    static RequestAnnotation Annotation(Ask ask) => ask switch
    {
        Ask.Start => RequestAnnotation.From("START", null),
        Ask.Stop => RequestAnnotation.From("STOP", null),
        Ask.StartUnsaved => RequestAnnotation.From("START", "true"),
        Ask.StopUnsaved => RequestAnnotation.From("STOP", "true"),
        Ask.TriggerSavepoint => RequestAnnotation.From("TRIGGER_SAVEPOINT", null),
        Ask.ForgetSavepoint => RequestAnnotation.From("FORGET_SAVEPOINT", null),
        Ask.Unknown => RequestAnnotation.From("REBOOT", null),
        _ => RequestAnnotation.From(null, null),
    };

    static Seq<PodObservation> JobManagers(World world) => world.JobManager == PodLife.None
        ? Empty : Seq1(Pod($"jm{world.JobManagerPod}", world.JobManager, world.JobManagerRestarts, "10.0.0.1"));

    static Seq<PodObservation> TaskManagers(World world)
    {
        var pods = world.TaskManager == PodLife.None ? LanguageExt.Seq<PodObservation>.Empty : Seq1(Pod("tm", world.TaskManager, 0, TaskManagerAddress));
        return world.OldTaskManagerLeaves ? pods.Add(Pod("tm-old", PodLife.Leaving, 0, "10.0.1.2")) : pods;
    }

    static PodObservation Pod(string name, PodLife life, int restarts, string address) => new(
        name, name,
        life switch { PodLife.Pending => PodPhase.Pending, PodLife.Ended => PodPhase.Failed, _ => PodPhase.Running },
        IsReady: life == PodLife.Running, IsDeleting: life == PodLife.Leaving, restarts, life is PodLife.Running or PodLife.Leaving ? address : "", "");

    static Observation<FlinkClusterObservation> FlinkCluster(World world)
    {
        if (world.Seen.JobManager is PodLife.None or PodLife.Pending or PodLife.Ended) return new Observation<FlinkClusterObservation>.Absent();
        if (!world.FlinkAnswersWhereSeen) return new Observation<FlinkClusterObservation>.Unreachable("cut off");
        var slots = world.TaskManager == PodLife.Running ? Slots : 0;
        var idle = slots > 0 && !world.Jobs.AnyRuns;
        return new Observation<FlinkClusterObservation>.Known(
            new FlinkClusterObservation("1.20.5", slots, idle ? slots : 0, idle ? Seq1(TaskManagerAddress) : Empty));
    }

    // Only the process that the cluster was started with is asked.
    static bool Answers(Node node) => node.World.Cluster.Exists && node.World.FlinkAnswersWhereSeen && node.Cluster.JobManager == node.World.Seen.Process;

    static Observation<FlinkJobObservation> FlinkJob(Node node, Setting setting)
    {
        if (node.Job.Submission.Case is not Submission submission) return new Observation<FlinkJobObservation>.Absent();
        if (!Answers(node)) return new Observation<FlinkJobObservation>.Unreachable("cut off");
        var attempt = Names.Attempt(submission.JobId);
        var life = node.World.Jobs[attempt];
        return life == JobLife.None
            ? new Observation<FlinkJobObservation>.Absent()
            : new Observation<FlinkJobObservation>.Known(new FlinkJobObservation(
                submission.JobId, State(life), State(life).ToString().ToUpperInvariant(), "", Checkpoint(node.World, attempt, setting), Listed(node.World, attempt))
            {
                RestorePointIsMissing = life == JobLife.Failed && node.World.LacksCheckpoint(attempt),
            });
    }

    static FlinkJobState State(JobLife life) => life switch
    {
        JobLife.Running => FlinkJobState.Running,
        JobLife.Restarting => FlinkJobState.Restarting,
        JobLife.Cancelling => FlinkJobState.Cancelling,
        JobLife.Finished => FlinkJobState.Finished,
        JobLife.Canceled => FlinkJobState.Canceled,
        JobLife.Failed => FlinkJobState.Failed,
        _ => FlinkJobState.Pending,
    };

    static Option<RestorePoint> Checkpoint(World world, int attempt, Setting setting) =>
        world.Checkpoint.Attempt == attempt && setting.Checkpoints is { } origin
            ? new RestorePoint(Names.CheckpointPath(attempt, world.Checkpoint.Number), origin, world.Checkpoint.Time, Names.FlinkId(attempt)) : None;

    static Option<RestorePoint> Listed(World world, int attempt) => world.Listed.Attempt == attempt
        ? new RestorePoint(Names.SavepointPath(world.Listed.Number), RestorePointOrigin.Manual, world.Listed.Time, Names.FlinkId(attempt)) : None;

    static Observation<SavepointAnswer> Savepoint(Node node)
    {
        if (node.Job.Savepoint.Case is not SavepointRequest request) return new Observation<SavepointAnswer>.Absent();
        if (!Answers(node)) return new Observation<SavepointAnswer>.Unreachable("cut off");
        var run = node.World.Savepoint;
        var known = request.TriggerId.Length > 0 && run.Trigger == Names.Trigger(request.TriggerId) && run.Attempt == Names.Attempt(request.JobId);
        return new Observation<SavepointAnswer>.Known(!known ? new SavepointAnswer.Unknown() : run.Life switch
        {
            SavepointLife.InProgress => new SavepointAnswer.InProgress(),
            SavepointLife.Completed => new SavepointAnswer.Completed(Names.SavepointPath(run.Number)),
            SavepointLife.Failed => new SavepointAnswer.Failed("the model says so"),
            _ => new SavepointAnswer.Unknown(),
        });
    }

    static BootstrapObservation Bootstrap(World world) => world.Bootstrap switch
    {
        BootstrapLife.None => BootstrapObservation.Absent,
        BootstrapLife.Leaving or BootstrapLife.LeavingAimed =>
            new BootstrapObservation(Presence.Terminating, Names.FlinkId(world.BootstrapAttempt), false, false, ""),
        var life => new BootstrapObservation(
            Presence.Present, Names.FlinkId(world.BootstrapAttempt), life == BootstrapLife.Succeeded, life == BootstrapLife.Failed, ""),
    };
}
