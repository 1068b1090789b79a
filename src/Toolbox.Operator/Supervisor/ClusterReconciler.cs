using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Manifests;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Resources;

namespace Toolbox.Operator.Supervisor;

/// <summary>Observes a FlinkCluster and all that belongs to it, decides, and carries the decision out.</summary>
public sealed class ClusterReconciler(SupervisorWorld world, FlinkProbe probe, Effects effects, Failures failures, TimeProvider clock) : IReconciler
{
    public WorkKind Kind => WorkKind.Cluster;

    public async Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
    {
        if (world.Cluster.Case is not FlinkResource resource) return null;
        var jobManager = world.JobManager();
        var access = jobManager.MatchUnsafe(pod => probe.At(pod.Address, pod.Process), () => (JobManagerAccess?)null);
        probe.Keep(jobManager.Map(pod => (pod.Address, pod.Process)).ToSeq());
        var snapshot = await Observe(resource, access, key, cancellation);
        var decision = ClusterDecide.Decide(snapshot);
        return await effects.CarryOut(
            key, decision, new ResourceContext(resource, resource.Name), () => ClusterStatusPatch.Between(resource.Status, decision.Status),
            newer => world.Clusters.Offer(newer), access, cancellation);
    }

    async Task<ClusterSnapshot> Observe(FlinkResource resource, JobManagerAccess? access, WorkKey key, CancellationToken cancellation)
    {
        var status = resource.ClusterStatus();
        var spec = resource.ClusterSpec();
        var jobs = world.JobsOfCluster().Select(Job).ToSeq().Strict();
        var taskManagers = world.PodsOf(ObjectRole.TaskManager);
        return new ClusterSnapshot(
            resource.ReadMetadata(), spec, status, resource.ReadRequest(), world.PodsOf(ObjectRole.JobManager), taskManagers, world.Service(),
            access is null
                ? new Observation<FlinkClusterObservation>.Unreachable("there is no JobManager with an address")
                : await FlinkObservations.Cluster(access, Age(status, spec), HasSurplus(spec, status, jobs, taskManagers), cancellation),
            jobs, failures.Of(key), clock.GetUtcNow());
    }

    // At rest a look of a moment ago will do; while something is going on every look counts.
    static TimeSpan Age(ClusterStatus status, Either<Seq<SpecError>, ClusterSpec> spec) =>
        status is { SupervisorStatus: SupervisorStatus.Started, ResourceStatus: ResourceStatus.Updated }
            ? spec.Match(valid => valid.PollingInterval * 0.6, _ => TimeSpan.FromSeconds(3)) : TimeSpan.FromMilliseconds(100);

    static bool HasSurplus(
        Either<Seq<SpecError>, ClusterSpec> spec, ClusterStatus status, Seq<ClusterJob> jobs, Seq<PodObservation> taskManagers) =>
        spec.Match(valid => taskManagers.Count(pod => !pod.IsDeleting && !pod.HasEnded) > ClusterScaling.Next(valid, jobs, status.Scaling).Target, _ => false);

    static ClusterJob Job(FlinkResource job)
    {
        var status = job.JobStatus();
        return new ClusterJob(job.Name, status.SupervisorStatus, status.JobParallelism, job.ReadMetadata().HasFinalizer(Finalizers.Supervisor));
    }
}
