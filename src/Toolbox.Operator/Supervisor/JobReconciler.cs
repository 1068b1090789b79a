using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Flink;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Supervisor;

/// <summary>Observes a FlinkJob, its cluster and its Flink job, decides, and carries the decision out.</summary>
public sealed class JobReconciler(SupervisorWorld world, FlinkProbe probe, Effects effects, Failures failures, TimeProvider clock) : IReconciler
{
    public WorkKind Kind => WorkKind.Job;

    public async Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
    {
        if (world.Jobs.Get(key.Namespace, key.Name) is not { } resource || !world.IsOurs(resource)) return null;
        var access = Access(world.Cluster);
        var snapshot = await Observe(resource, access, key, cancellation);
        var decision = JobDecide.Decide(snapshot);
        return await effects.CarryOut(
            key, decision, new ResourceContext(resource, world.ClusterName), () => JobStatusPatch.Between(resource.Status, decision.Status),
            newer => world.Jobs.Offer(newer), access, cancellation);
    }

    // Only the process that the cluster was started with may be asked: another one knows nothing of our jobs.
    JobManagerAccess? Access(Option<FlinkResource> cluster) =>
        cluster.Bind(_ => world.JobManager())
            .Filter(pod => cluster.Exists(resource => resource.ClusterStatus().JobManager == pod.Process))
            .MatchUnsafe(pod => probe.At(pod.Address, pod.Process), () => (JobManagerAccess?)null);

    async Task<JobSnapshot> Observe(FlinkResource resource, JobManagerAccess? access, WorkKey key, CancellationToken cancellation)
    {
        var status = resource.JobStatus();
        var cluster = await Cluster(access, cancellation);
        var flink = Flink(status, access, cluster, cancellation);
        var savepoint = Savepoint(status, access, cancellation);
        return new JobSnapshot(
            resource.ReadMetadata(), resource.JobSpec(), status, resource.ReadRequest(), cluster, world.Bootstrap(resource.Name),
            await flink, await savepoint, failures.Of(key), clock.GetUtcNow());
    }

    async Task<Option<JobCluster>> Cluster(JobManagerAccess? access, CancellationToken cancellation)
    {
        if (world.Cluster.Case is not FlinkResource resource) return None;
        var (status, spec) = (resource.ClusterStatus(), resource.ClusterSpec());
        var interval = spec.Match(valid => valid.PollingInterval, _ => TimeSpan.FromSeconds(5));
        var version = access is null ? null : await access.Look(interval, cancellation) is { Overview: FlinkAnswer<FlinkOverview>.Ok ok } ? ok.Value.Version : null;
        return new JobCluster(
            resource.Name, status.SupervisorStatus, status.ResourceStatus, status.ClusterHealth, status.StopIntent, status.WithoutSavepoint, status.JobManager,
            FlinkVersion.TryParse(version)?.ClientTriggerId ?? false,
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
        var age = atRest ? cluster.Map(item => item.PollingInterval).IfNone(TimeSpan.FromSeconds(5)) * 0.6 : TimeSpan.Zero;
        return await FlinkObservations.Job(access, submission.JobId, age, fresh: !atRest && status.Savepoint.IsSome, cancellation);
    }

    static async Task<Observation<SavepointAnswer>> Savepoint(JobStatus status, JobManagerAccess? access, CancellationToken cancellation)
    {
        if (status.Savepoint.Case is not SavepointRequest request) return new Observation<SavepointAnswer>.Absent();
        return access is null
            ? new Observation<SavepointAnswer>.Unreachable("there is no JobManager that could know the savepoint")
            : await FlinkObservations.Savepoint(access, request, cancellation);
    }
}
