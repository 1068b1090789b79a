using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Fixtures;

/// <summary>What may happen around a job (cluster, bootstrap, Flink, savepoints), as changes of a snapshot.</summary>
static class JobSurroundings
{
    public static JobSnapshot WithCluster(this JobSnapshot snapshot, Func<JobCluster, JobCluster> change) =>
        snapshot with { Cluster = snapshot.Cluster.Map(change) };

    public static JobSnapshot WithCluster(this JobSnapshot snapshot, SupervisorStatus state, StopIntent? intent = null) =>
        snapshot.WithCluster(cluster => cluster with
        {
            SupervisorStatus = state,
            ResourceStatus = ResourceStatus.Updating,
            ClusterHealth = state == SupervisorStatus.Started ? "HEALTHY" : "",
            JobManager = state is SupervisorStatus.Started or SupervisorStatus.Stopping ? cluster.JobManager : "",
            StopIntent = intent is { } known ? known : None,
        });

    public static JobSnapshot WithoutCluster(this JobSnapshot snapshot) => snapshot with { Cluster = None };

    /// <summary>The JobManager's container was restarted in place, and the cluster has started with it.</summary>
    public static JobSnapshot WithOtherJobManager(this JobSnapshot snapshot) =>
        snapshot.WithCluster(cluster => cluster with { JobManager = Pods.JobManager.RestartedInPlace().Process });

    public static JobSnapshot WithOldFlink(this JobSnapshot snapshot) => snapshot.WithCluster(cluster => cluster with { TriggerIdIsOurs = false });

    public static JobSnapshot WithBootstrap(this JobSnapshot snapshot, Func<BootstrapObservation, BootstrapObservation>? change = null)
    {
        var jobId = snapshot.Status.Submission.Map(last => last.JobId).IfNone(Jobs.FlinkId);
        var running = new BootstrapObservation(Presence.Present, jobId, HasSucceeded: false, HasFailed: false, "");
        return snapshot with { Bootstrap = change is null ? running : change(running) };
    }

    public static JobSnapshot WithStaleBootstrap(this JobSnapshot snapshot) =>
        snapshot.WithBootstrap(bootstrap => bootstrap with { JobId = Identifiers.FlinkId(Jobs.Uid, "job", 0) });

    public static JobSnapshot WithLeavingBootstrap(this JobSnapshot snapshot) =>
        snapshot.WithBootstrap(bootstrap => bootstrap with { Presence = Presence.Terminating });

    public static JobSnapshot WithFailedBootstrap(this JobSnapshot snapshot, string trouble) =>
        snapshot.WithBootstrap(bootstrap => bootstrap with { HasFailed = true, Trouble = trouble });

    public static JobSnapshot WithFlink(this JobSnapshot snapshot, FlinkJobState state, string cause = "") => snapshot.WithFlinkJob(
        new FlinkJobObservation(Jobs.FlinkId, state, state.ToString().ToUpperInvariant(), cause, None, None));

    public static JobSnapshot WithFlinkJob(this JobSnapshot snapshot, FlinkJobObservation job) =>
        snapshot with { Flink = new Observation<FlinkJobObservation>.Known(job) };

    public static JobSnapshot WithCheckpoint(this JobSnapshot snapshot, RestorePointOrigin origin, string path = "file:///mnt/flink/checkpoints/chk-7") =>
        snapshot.FlinkJob().Match(
            job => snapshot.WithFlinkJob(job with { Checkpoint = new RestorePoint(path, origin, Moment.JustNow, Jobs.FlinkId) }),
            () => throw new InvalidOperationException("Flink must have the job"));

    public static JobSnapshot WithoutFlinkJob(this JobSnapshot snapshot) => snapshot with { Flink = new Observation<FlinkJobObservation>.Absent() };

    public static JobSnapshot WithUnreachableFlink(this JobSnapshot snapshot, DateTimeOffset? since = null) =>
        (snapshot with
        {
            Flink = new Observation<FlinkJobObservation>.Unreachable("connection refused"),
            Savepoint = snapshot.Status.Savepoint.IsSome
                ? new Observation<SavepointAnswer>.Unreachable("connection refused") : new Observation<SavepointAnswer>.Absent(),
        }).But(status => status with { UnreachableSince = since is { } time ? time : status.UnreachableSince });

    /// <summary>A savepoint was recorded and asked for.</summary>
    public static JobSnapshot WithSavepoint(this JobSnapshot snapshot, RestorePointOrigin origin, SavepointAnswer answer, DateTimeOffset? since = null)
    {
        var stopsJob = origin is RestorePointOrigin.Stop or RestorePointOrigin.Upgrade;
        var time = since ?? Moment.JustNow;
        var triggerId = snapshot.KnownCluster().TriggerIdIsOurs ? Identifiers.FlinkId(Jobs.Uid, "savepoint", 1) : "";
        return snapshot.But(status => status with
        {
            Savepoint = new SavepointRequest(Jobs.FlinkId, triggerId, origin, stopsJob, status.Attempt, time),
            SavepointRequestTimestamp = time,
        }) with { Savepoint = new Observation<SavepointAnswer>.Known(answer) };
    }

    public static readonly RestorePoint StopSavepoint =
        new("file:///mnt/flink/savepoints/savepoint-2", RestorePointOrigin.Upgrade, Moment.JustNow, Jobs.FlinkId);
}
