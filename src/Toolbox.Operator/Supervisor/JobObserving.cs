using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Flink;
using Toolbox.Kubernetes.Resources;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Supervisor;

/// <summary>Observes a FlinkJob, its cluster and its Flink job.</summary>
public static class JobObserving
{
    /// <summary>The JobManager that a job may be looked for at; null while there is none.</summary>
    // Only the process that the cluster was started with may be asked: another one knows nothing of our jobs.
    public static JobManagerAccess? Access(ClusterView view, FlinkProbe probe) =>
        view.Cluster.Bind(cluster => view.JobManager().Filter(pod => cluster.ClusterStatus().JobManager == pod.Process))
            .MatchUnsafe(pod => probe.At(pod.Address, pod.Process), () => (JobManagerAccess?)null);

    /// <param name="access">The JobManager that may know the job; null while there is none.</param>
    /// <param name="failure">What went wrong with the last command about this job, if it did.</param>
    public static async Task<JobSnapshot> Observe(
        ClusterView view, FlinkResource resource, JobManagerAccess? access, Option<string> failure, TimeProvider clock, CancellationToken cancellation)
    {
        var status = resource.JobStatus();
        var cluster = await Cluster(view, access, cancellation);
        var flink = Flink(status, access, cluster, cancellation);
        var savepoint = Savepoint(status, access, cancellation);
        return new JobSnapshot(
            resource.ReadMetadata(), resource.JobSpec(), status, resource.ReadRequest(), cluster, view.Bootstrap(resource.Name),
            await flink, await savepoint, failure, clock.GetUtcNow());
    }

    static async Task<Option<JobCluster>> Cluster(ClusterView view, JobManagerAccess? access, CancellationToken cancellation)
    {
        if (view.Cluster.Case is not FlinkResource resource) return None;
        var (status, spec) = (resource.ClusterStatus(), resource.ClusterSpec());
        var interval = spec.Match(valid => valid.PollingInterval, _ => TimeSpan.FromSeconds(5));
        if (access is { Version: null }) await access.Look(interval, interval, cancellation);
        return new JobCluster(
            resource.Name, status.SupervisorStatus, status.ResourceStatus, status.ClusterHealth, status.StopIntent, status.WithoutSavepoint, status.JobManager,
            FlinkVersion.TryParse(access?.Version)?.ClientTriggerId ?? false,
            spec.Match(valid => valid.TaskTimeout, _ => TimeSpan.FromMinutes(5)), interval,
            spec.Match(valid => valid.StoragePaths, _ => LanguageExt.Seq<string>.Empty));
    }

    static async Task<Observation<FlinkJobObservation>> Flink(
        JobStatus status, JobManagerAccess? access, Option<JobCluster> cluster, CancellationToken cancellation)
    {
        if (status.Submission.Case is not Submission submission) return new Observation<FlinkJobObservation>.Absent();
        if (access is null) return new Observation<FlinkJobObservation>.Unreachable("there is no JobManager that could know the job");
        var atRest = status is { SupervisorStatus: SupervisorStatus.Started, ResourceStatus: ResourceStatus.Updated, HasRun: true };
        // A look from before the submission would say that the job is not there.
        var age = atRest ? cluster.Map(item => item.PollingInterval).IfNone(TimeSpan.FromSeconds(5)) * ClusterObserving.ShareOfInterval : TimeSpan.Zero;
        return await FlinkObservations.Job(access, submission.JobId, age, fresh: !atRest && status.Savepoint.IsSome,
            cluster.Map(item => item.StoragePaths).IfNone(LanguageExt.Seq<string>.Empty), cancellation);
    }

    static async Task<Observation<SavepointAnswer>> Savepoint(JobStatus status, JobManagerAccess? access, CancellationToken cancellation)
    {
        if (status.Savepoint.Case is not SavepointRequest request) return new Observation<SavepointAnswer>.Absent();
        return access is null
            ? new Observation<SavepointAnswer>.Unreachable("there is no JobManager that could know the savepoint")
            : await FlinkObservations.Savepoint(access, request, cancellation);
    }
}
