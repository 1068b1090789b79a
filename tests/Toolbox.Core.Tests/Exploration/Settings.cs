using Toolbox.Core.Job;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Exploration.Model;

namespace Toolbox.Core.Tests.Exploration;

/// <summary>The explorations that are run: what stays fixed in each, and what may disturb.</summary>
static class Settings
{
    static readonly Setting Plain = new(
        "", SavepointMode.Automatic, RestartPolicy.Always, Checkpoints: null, SavepointOnDeletion: false, TriggerIdIsOurs: true,
        StartsAtRest: false, Budget: 1, _ => true);

    /// <summary>TOOLBOX_EXPLORE_DEEPLY=1 adds explorations that take minutes.</summary>
    static readonly bool Deeply = Environment.GetEnvironmentVariable("TOOLBOX_EXPLORE_DEEPLY") == "1";

    /// <summary>A running job, one disturbance.</summary>
    public static Setting AtRest => Plain with { Name = "at rest", StartsAtRest = true };

    public static IReadOnlyList<Setting> All { get; } =
    [
        Plain with { Name = "nothing goes wrong", Budget = 0 },
        Plain with { Name = "one disturbance" },
        Plain with { Name = "one disturbance, retained checkpoints", Checkpoints = RestorePointOrigin.RetainedCheckpoint, StartsAtRest = true },
        Plain with { Name = "one disturbance, checkpoints kept on failure", Checkpoints = RestorePointOrigin.CheckpointKeptOnFailure, StartsAtRest = true },
        Plain with { Name = "one disturbance, manual savepoints", Mode = SavepointMode.Manual, Policy = RestartPolicy.OnlyIfFailed, StartsAtRest = true },
        Plain with { Name = "one disturbance, old Flink, savepoint on deletion", TriggerIdIsOurs = false, SavepointOnDeletion = true, StartsAtRest = true },
        Plain with { Name = "a start and two faults", Budget = 2, Allows = IsOfStarts },
        Plain with
        {
            Name = "a running job with checkpoints and two faults", Budget = 2, StartsAtRest = true,
            Checkpoints = RestorePointOrigin.Checkpoint, Allows = disturbance => !IsOfUsers(disturbance) && !IsRare(disturbance),
        },
        Plain with { Name = "a running job whose checkpoints follow each other, three deeds", Budget = 3, StartsAtRest = true,
            Checkpoints = RestorePointOrigin.Checkpoint, Allows = IsAboutCheckpoints },
        Plain with { Name = "a running job and two disturbances", Budget = 2, StartsAtRest = true, Allows = disturbance => !IsRare(disturbance) },
        Plain with { Name = "a running job and what users do about invalid specs", Budget = 2, StartsAtRest = true, Allows = IsAboutSpecs },
        Plain with { Name = "a start, a stop and commands that come late", Budget = 2, Allows = IsAboutLateCommands },
        Plain with { Name = "deletions and commands that come late, three in all", Budget = 3, StartsAtRest = true, Allows = IsAboutOrphans },
        Plain with { Name = "a start with caches that fall behind", Budget = 2, Allows = IsAboutCaches },
        Plain with { Name = "a running job with caches that fall behind, three in all", Budget = 3, StartsAtRest = true, Allows = IsAboutCaches },
        Plain with { Name = "a start with decisions that overlap", Budget = 2, Allows = IsStopOrOverlap },
        Plain with { Name = "a running job with decisions that overlap, three in all", Budget = 3, StartsAtRest = true, Allows = IsStopOrOverlap },
        Plain with { Name = "a running job and two requests", Budget = 2, StartsAtRest = true, Allows = IsRequestOrLoss },
        Plain with { Name = "a running job, starts, stops and lost commands, three in all", Budget = 3, StartsAtRest = true, Allows = IsStartStopOrLoss },
        Plain with { Name = "a running job and three deeds about its invalid spec", Budget = 3, StartsAtRest = true, Allows = IsAboutJobSpec },
        Plain with { Name = "a running job and three deeds about the invalid spec of its cluster", Budget = 3, StartsAtRest = true, Allows = IsAboutClusterSpec },
        Plain with { Name = "a running job that ends during a savepoint, three deeds", Budget = 3, StartsAtRest = true, Allows = IsAboutEndsAndSavepoints },
        Plain with { Name = "a running job, stops of its cluster and lost Service and TaskManager, three in all", Budget = 3, StartsAtRest = true, Allows = IsAboutLossesWhileStopping },
        Plain with { Name = "a start, a stop and deletions that somebody else holds up", Budget = 2, Allows = IsAboutDeletions },
        Plain with { Name = "a start and a bootstrap that comes late", Budget = 2, Checkpoints = RestorePointOrigin.RetainedCheckpoint, Allows = IsAboutLateBootstraps },
        Plain with { Name = "a running job with retained checkpoints that is stopped without its tasks", Budget = 2, StartsAtRest = true,
            Checkpoints = RestorePointOrigin.RetainedCheckpoint, Allows = IsAboutBrokenJobs },
        Plain with { Name = "a start and changes of parallelism, three in all", Budget = 3, Allows = IsAboutParallelism },
        Plain with { Name = "a running job and periodic savepoints, three in all", Budget = 3, StartsAtRest = true, IsPeriodic = true, Allows = IsAboutPeriodicSavepoints },
        .. Deeply ? Deep : [],
    ];

    static IEnumerable<Setting> Deep =>
    [
        Plain with { Name = "many deeds and decisions that overlap", Budget = 3, StartsAtRest = true, Allows = IsAboutOverlaps },
        Plain with { Name = "three deeds about invalid specs", Budget = 3, StartsAtRest = true, Allows = IsAboutSpecs },
        Plain with { Name = "two faults", Budget = 2, Allows = disturbance => !IsOfUsers(disturbance) },
        Plain with { Name = "two disturbances, also rare ones", Budget = 2, StartsAtRest = true },
        Plain with { Name = "two disturbances, old Flink, savepoint on deletion", Budget = 2, TriggerIdIsOurs = false, SavepointOnDeletion = true, StartsAtRest = true },
        Plain with { Name = "two disturbances, manual savepoints", Budget = 2, Mode = SavepointMode.Manual, Policy = RestartPolicy.Never, StartsAtRest = true },
        Plain with { Name = "two disturbances, retained checkpoints", Budget = 2, Checkpoints = RestorePointOrigin.RetainedCheckpoint, StartsAtRest = true },
    ];

    static bool IsOfStarts(Disturbance disturbance) => disturbance is
        Disturbance.CommandsAreLost or Disturbance.EverythingTakesLong or Disturbance.JobManagerPodIsLost or Disturbance.JobManagerPodIsDeleted
        or Disturbance.JobManagerContainerRestarts or Disturbance.FlinkIsCutOff or Disturbance.BootstrapFails or Disturbance.BootstrapPodRestarts;

    // Explored together with one other only where that is cheap.
    static bool IsRare(Disturbance disturbance) => disturbance is
        Disturbance.CommandIsLate or Disturbance.CommandsAreCutShort or Disturbance.JobManagerPodEnds or Disturbance.FlinkForgetsJob
        or Disturbance.UnknownActionIsAsked or Disturbance.ClusterUnknownActionIsAsked or Disturbance.ClusterSavepointIsAsked
        or Disturbance.ServiceIsLost or Disturbance.FlinkJobFinishes or Disturbance.FlinkJobIsCancelledByHand or Disturbance.TaskManagersAreScaled
        or Disturbance.JobSpecBecomesInvalid or Disturbance.JobSpecBecomesValid or Disturbance.ClusterSpecBecomesInvalid or Disturbance.ClusterSpecBecomesValid
        or Disturbance.CachesFallBehind or Disturbance.ParallelismIsSetToTwo or Disturbance.JobIsDeletedInForeground or Disturbance.ClusterIsDeletedInForeground
        or Disturbance.PeriodicSavepointComesDue or Disturbance.DecisionsOverlap or Disturbance.CheckpointIsSuperseded;

    static bool IsStopOrOverlap(Disturbance disturbance) => disturbance is
        Disturbance.DecisionsOverlap or Disturbance.JobStopIsAsked or Disturbance.ClusterStopIsAsked or Disturbance.JobIsDeleted
        or Disturbance.ClusterIsDeleted or Disturbance.JobManagerPodIsLost;

    static bool IsAboutOverlaps(Disturbance disturbance) => disturbance is
        Disturbance.DecisionsOverlap or Disturbance.JobStopIsAsked or Disturbance.ClusterStopIsAsked or Disturbance.JobIsEdited or Disturbance.ClusterIsEdited
        or Disturbance.JobIsDeleted or Disturbance.ClusterIsDeleted or Disturbance.JobManagerPodIsLost or Disturbance.SavepointIsAsked;

    static bool IsAboutDeletions(Disturbance disturbance) => disturbance is
        Disturbance.JobIsDeletedInForeground or Disturbance.ClusterIsDeletedInForeground or Disturbance.JobIsDeleted or Disturbance.ClusterIsDeleted
        or Disturbance.ClusterStopIsAsked;

    static bool IsAboutLateBootstraps(Disturbance disturbance) => disturbance is Disturbance.BootstrapPodRestarts or Disturbance.JobManagerContainerRestarts;

    static bool IsAboutBrokenJobs(Disturbance disturbance) => disturbance is
        Disturbance.JobStopIsAsked or Disturbance.ClusterStopIsAsked or Disturbance.FlinkJobRestarts or Disturbance.TaskManagerPodIsLost;

    static bool IsAboutCheckpoints(Disturbance disturbance) => disturbance is
        Disturbance.CheckpointIsSuperseded or Disturbance.JobManagerPodIsLost or Disturbance.JobManagerContainerRestarts or Disturbance.JobStopIsAsked
        or Disturbance.CommandsAreLost;

    static bool IsAboutParallelism(Disturbance disturbance) => disturbance is
        Disturbance.ParallelismIsSetToZero or Disturbance.ParallelismIsSetToOne or Disturbance.ParallelismIsSetToTwo or Disturbance.JobIsEdited;

    static bool IsAboutPeriodicSavepoints(Disturbance disturbance) => disturbance is
        Disturbance.PeriodicSavepointComesDue or Disturbance.SavepointIsAsked or Disturbance.SavepointFails or Disturbance.FlinkIsCutOff
        or Disturbance.JobStopIsAsked or Disturbance.FlinkJobFinishes;

    static bool IsAboutSpecs(Disturbance disturbance) => disturbance is
        Disturbance.JobSpecBecomesInvalid or Disturbance.JobSpecBecomesValid or Disturbance.ClusterSpecBecomesInvalid or Disturbance.ClusterSpecBecomesValid
        or Disturbance.JobStartIsAsked or Disturbance.ClusterStartIsAsked or Disturbance.JobIsEdited or Disturbance.ClusterIsEdited;

    static bool IsAboutJobSpec(Disturbance disturbance) => disturbance is
        Disturbance.JobSpecBecomesInvalid or Disturbance.JobSpecBecomesValid or Disturbance.JobStartIsAsked or Disturbance.JobIsEdited;

    static bool IsAboutClusterSpec(Disturbance disturbance) => disturbance is
        Disturbance.ClusterSpecBecomesInvalid or Disturbance.ClusterStartIsAsked or Disturbance.ClusterStopIsAsked;

    static bool IsAboutEndsAndSavepoints(Disturbance disturbance) => disturbance is
        Disturbance.SavepointIsAsked or Disturbance.FlinkJobFinishes or Disturbance.FlinkIsCutOff or Disturbance.EverythingTakesLong;

    static bool IsAboutOrphans(Disturbance disturbance) => disturbance is
        Disturbance.CommandIsLate or Disturbance.JobIsDeleted or Disturbance.ClusterIsDeleted or Disturbance.ClusterIsCreatedAgain
        or Disturbance.TaskManagerPodIsLost or Disturbance.JobManagerPodIsLost or Disturbance.ServiceIsLost;

    static bool IsAboutCaches(Disturbance disturbance) => disturbance is
        Disturbance.CachesFallBehind or Disturbance.JobManagerPodIsLost or Disturbance.JobManagerPodIsDeleted or Disturbance.JobManagerContainerRestarts
        or Disturbance.TaskManagerPodIsLost or Disturbance.TaskManagerPodEnds
        or Disturbance.ServiceIsLost or Disturbance.JobStopIsAsked or Disturbance.ClusterStopIsAsked or Disturbance.JobIsDeleted or Disturbance.ClusterIsDeleted;

    static bool IsAboutLossesWhileStopping(Disturbance disturbance) => disturbance is
        Disturbance.ClusterStopIsAsked or Disturbance.ClusterIsEdited or Disturbance.ServiceIsLost or Disturbance.TaskManagerPodIsLost;

    static bool IsAboutLateCommands(Disturbance disturbance) => disturbance is
        Disturbance.CommandIsLate or Disturbance.CommandsAreCutShort or Disturbance.JobStopIsAsked or Disturbance.ClusterStopIsAsked
        or Disturbance.ClusterIsDeleted or Disturbance.JobManagerPodIsLost;

    static bool IsRequestOrLoss(Disturbance disturbance) =>
        disturbance is Disturbance.CommandsAreLost or Disturbance.CommandIsLate or >= Disturbance.JobStartIsAsked and <= Disturbance.ClusterStopUnsavedIsAsked;

    static bool IsStartStopOrLoss(Disturbance disturbance) => disturbance is
        Disturbance.CommandsAreLost or Disturbance.JobStartIsAsked or Disturbance.JobStopIsAsked or Disturbance.ClusterStartIsAsked
        or Disturbance.ClusterStopIsAsked or Disturbance.SavepointIsAsked or Disturbance.SavepointFails;

    static bool IsOfUsers(Disturbance disturbance) => disturbance >= Disturbance.JobSpecBecomesInvalid;
}
