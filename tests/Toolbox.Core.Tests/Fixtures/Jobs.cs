using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Fixtures;

/// <summary>Valid snapshots of a job, one for each state; verbs change them.</summary>
static class Jobs
{
    public const string Name = "test-job";

    public const string Uid = "job-uid";

    public static readonly string FlinkId = Identifiers.FlinkId(Uid, "job", 1);

    public static readonly JobDigest Digest = new("bootstrap-1", "savepoint-1", "restart-1");

    public static readonly JobSpec Spec = new(
        Parallelism: 1, MinParallelism: 0, MaxParallelism: 8, SavepointMode.Automatic, SavepointPath: "", SavepointInterval: TimeSpan.Zero,
        SavepointTargetPath: "file:///mnt/flink/savepoints", SavepointOnDeletion: false, RestartPolicy.Always,
        RestartDelay: TimeSpan.FromSeconds(30), RestartTimeout: TimeSpan.FromMinutes(3), Digest);

    public static readonly JobCluster ReadyCluster = new(
        Clusters.Name, SupervisorStatus.Started, ResourceStatus.Updated, "HEALTHY", None, WithoutSavepoint: false, Pods.JobManager.Process,
        TriggerIdIsOurs: true, TaskTimeout: TimeSpan.FromMinutes(5), PollingInterval: TimeSpan.FromSeconds(5), Seq1("/mnt/flink"));

    public static readonly Submission Submission = new(FlinkId, 1, 1, "", Pods.JobManager.Process, Moment.JustNow);

    public static JobSnapshot AnUntouchedJob() => new(
        new ResourceMetadata("flink", Name, Uid, 2, "200", IsDeleting: false, Empty), Spec, JobStatus.Empty, new RequestAnnotation.Nothing(), ReadyCluster,
        BootstrapObservation.Absent, new Observation<FlinkJobObservation>.Absent(), new Observation<SavepointAnswer>.Absent(), None, Moment.Now);

    public static JobSnapshot ANewJob() => AnUntouchedJob().WithFinalizer();

    /// <summary>Nothing is submitted yet.</summary>
    public static JobSnapshot AStartingJob() => ANewJob().WithStatus(Known(SupervisorStatus.Starting));

    /// <summary>The submission is recorded and its bootstrap runs; Flink does not know the job yet.</summary>
    public static JobSnapshot ASubmittedJob() =>
        AStartingJob().But(status => status with { Attempt = 1, Submission = Submission }).WithBootstrap();

    public static JobSnapshot AStartedJob() => ANewJob().WithStatus(Accepted(SupervisorStatus.Started)).WithFlink(FlinkJobState.Running);

    public static JobSnapshot AStoppingJob(StopIntent intent) =>
        AStartedJob().WithStatus(Accepted(SupervisorStatus.Stopping) with { ResourceStatus = ResourceStatus.Updating, StopIntent = intent });

    /// <summary>A job that was stopped for the given reason; nothing of it is left in Flink.</summary>
    public static JobSnapshot AStoppedJob(StopIntent? intent = null) => ANewJob().WithStatus(Known(SupervisorStatus.Stopped) with
    {
        ResourceStatus = ResourceStatus.Updated, JobParallelism = 0, Attempt = 1, StopIntent = intent is { } known ? known : None,
    });

    public static JobSnapshot ATerminatedJob() => AStoppedJob(StopIntent.Delete).Deleted()
        .But(status => status with { SupervisorStatus = SupervisorStatus.Terminated });

    static JobStatus Known(SupervisorStatus state) => new()
    {
        SupervisorStatus = state,
        ResourceStatus = ResourceStatus.Updating,
        ClusterName = Clusters.Name,
        ClusterHealth = "HEALTHY",
        LabelSelector = Labels.Selector(Clusters.Name),
        JobParallelism = 1,
        SavepointRequestTimestamp = Moment.LongAgo,
        Digest = Digest,
        Timestamp = Moment.LongAgo,
    };

    static JobStatus Accepted(SupervisorStatus state) => Known(state) with
    {
        ResourceStatus = ResourceStatus.Updated,
        JobId = FlinkId,
        FlinkState = "RUNNING",
        Attempt = 1,
        Submission = Submission with { Since = Moment.LongAgo },
        HasRun = true,
        SavepointPath = Savepoint.Path,
        RestorePoints = Seq1(Savepoint),
    };

    /// <summary>A savepoint that an earlier submission left.</summary>
    public static readonly RestorePoint Savepoint =
        new("file:///mnt/flink/savepoints/savepoint-1", RestorePointOrigin.Upgrade, Moment.LongAgo, "00000000000000000000000000000000");
}
