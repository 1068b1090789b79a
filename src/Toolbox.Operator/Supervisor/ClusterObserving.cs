using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Resources;
using Toolbox.Manifests;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Resources;

namespace Toolbox.Operator.Supervisor;

/// <summary>Observes a FlinkCluster and all that belongs to it.</summary>
public static class ClusterObserving
{
    /// <param name="access">The JobManager; null while none can be asked.</param>
    /// <param name="failure">What went wrong with the last command about this cluster, if it did.</param>
    public static async Task<ClusterSnapshot> Observe(
        ClusterView view, FlinkResource resource, JobManagerAccess? access, Option<string> failure, TimeProvider clock, CancellationToken cancellation)
    {
        var status = resource.ClusterStatus();
        var spec = resource.ClusterSpec();
        var jobs = view.JobsOfCluster().Select(Job).ToSeq().Strict();
        var taskManagers = view.PodsOf(ObjectRole.TaskManager);
        return new ClusterSnapshot(
            resource.ReadMetadata(), spec, status, resource.ReadRequest(), view.PodsOf(ObjectRole.JobManager), taskManagers, view.Service(),
            access is null
                ? new Observation<FlinkClusterObservation>.Unreachable("there is no JobManager with an address")
                : await FlinkObservations.Cluster(access, Age(status, spec), HasSurplus(spec, status, jobs, taskManagers), cancellation, OverviewAge(status)),
            jobs, failure, clock.GetUtcNow());
    }

    // Nearly the whole interval: those who wake at different moments of it share one look. A look that shows a change wakes all of them.
    internal const double ShareOfInterval = 0.98;

    // At rest slots change only with pods, which Kubernetes tells, and with jobs that lose them; a TaskManager without tasks that lost its way is noticed later.
    static TimeSpan OverviewAge(ClusterStatus status) =>
        status is { SupervisorStatus: SupervisorStatus.Started, ResourceStatus: ResourceStatus.Updated } ? TimeSpan.FromMinutes(5) : TimeSpan.FromMilliseconds(100);

    // At rest a look of a moment ago will do; while something is going on every look counts.
    static TimeSpan Age(ClusterStatus status, Either<Seq<SpecError>, ClusterSpec> spec) =>
        status is { SupervisorStatus: SupervisorStatus.Started, ResourceStatus: ResourceStatus.Updated }
            ? spec.Match(valid => valid.PollingInterval * ShareOfInterval, _ => TimeSpan.FromSeconds(3)) : TimeSpan.FromMilliseconds(100);

    static bool HasSurplus(
        Either<Seq<SpecError>, ClusterSpec> spec, ClusterStatus status, Seq<ClusterJob> jobs, Seq<PodObservation> taskManagers) =>
        spec.Match(valid => taskManagers.Count(pod => !pod.IsDeleting && !pod.HasEnded) > ClusterScaling.Next(valid, jobs, status.Scaling).Target, _ => false);

    static ClusterJob Job(FlinkResource job)
    {
        var status = job.JobStatus();
        return new ClusterJob(job.Name, status.SupervisorStatus, status.JobParallelism, job.ReadMetadata().HasFinalizer(Finalizers.Supervisor));
    }
}
