using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Fixtures;

/// <summary>What may happen to a job and its resource, as changes of a snapshot.</summary>
static class JobVerbs
{
    public static JobSnapshot WithStatus(this JobSnapshot snapshot, JobStatus status) => snapshot with { Status = status };

    public static JobSnapshot But(this JobSnapshot snapshot, Func<JobStatus, JobStatus> change) => snapshot with { Status = change(snapshot.Status) };

    public static JobSnapshot WithFinalizer(this JobSnapshot snapshot) =>
        snapshot with { Metadata = snapshot.Metadata with { Finalizers = Seq1(Finalizers.Supervisor) } };

    public static JobSnapshot WithoutFinalizer(this JobSnapshot snapshot) =>
        snapshot with { Metadata = snapshot.Metadata with { Finalizers = Empty } };

    public static JobSnapshot Deleted(this JobSnapshot snapshot) => snapshot with { Metadata = snapshot.Metadata with { IsDeleting = true } };

    public static JobSnapshot WithSpec(this JobSnapshot snapshot, Func<JobSpec, JobSpec> change) => snapshot with { Spec = change(snapshot.ValidSpec()) };

    public static JobSnapshot WithChangedBootstrap(this JobSnapshot snapshot) =>
        snapshot.WithSpec(spec => spec with { Digest = spec.Digest with { Bootstrap = "bootstrap-2" } });

    public static JobSnapshot WithParallelism(this JobSnapshot snapshot, int parallelism) =>
        snapshot.WithSpec(spec => spec with { Parallelism = parallelism });

    public static JobSnapshot WithPolicy(this JobSnapshot snapshot, RestartPolicy policy) =>
        snapshot.WithSpec(spec => spec with { RestartPolicy = policy });

    public static JobSnapshot WithMode(this JobSnapshot snapshot, SavepointMode mode) => snapshot.WithSpec(spec => spec with { SavepointMode = mode });

    public static JobSnapshot WithInvalidSpec(this JobSnapshot snapshot) =>
        snapshot with { Spec = Seq1(new SpecError("spec.bootstrap.jarPath", "nothing", "an absolute path is required")) };

    public static JobSnapshot Asked(this JobSnapshot snapshot, string action, bool withoutSavepoint = false) =>
        snapshot with { Annotation = RequestAnnotation.From(action, withoutSavepoint ? "true" : null) };

    public static JobSnapshot WithRecorded(this JobSnapshot snapshot, RequestedAction action, bool withoutSavepoint = false) =>
        snapshot.But(status => status with { Request = new Request(action, withoutSavepoint, Moment.JustNow) });

    public static JobSnapshot WithRestorePoint(this JobSnapshot snapshot, RestorePoint point) => snapshot.But(status => status with
    {
        RestorePoints = RestorePointLedger.Add(status.RestorePoints, point),
        SavepointPath = RestorePointLedger.IsCheckpoint(point) ? status.SavepointPath : point.Path,
    });

    public static JobSnapshot ChangedJustNow(this JobSnapshot snapshot) => snapshot.But(status => status with { Timestamp = Moment.JustNow });

    public static JobSnapshot EndedJustNow(this JobSnapshot snapshot) => snapshot.But(status => status with { EndedAt = Moment.JustNow, FailedRuns = 1 });

    public static JobSnapshot FailedThreeTimes(this JobSnapshot snapshot, TimeSpan ago) =>
        snapshot.But(status => status with { EndedAt = Moment.Now - ago, FailedRuns = 3 });

    public static JobSnapshot WithFailures(this JobSnapshot snapshot, int failures) => snapshot.But(status => status with
    {
        Failures = failures, SavepointRequestTimestamp = Moment.JustNow, Refusal = "the savepoint failed, the job goes on: timed out",
    });
}
