using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Digests;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Forecasts;

/// <summary>What operator and supervisor would see in the model.</summary>
static class ModelObserving
{
    public static DeploymentSnapshot Deployment(ModelNamespace model, ModelDeployment deployment)
    {
        var spec = DeploymentSpecReading.Read(deployment.Spec, deployment.Metadata.Name);
        var declared = spec.Match(valid => valid.Jobs.Map(job => $"{deployment.Metadata.Name}-{job.Name}"), _ => LanguageExt.Seq<string>.Empty);
        return new DeploymentSnapshot(
            deployment.Metadata, spec, deployment.Status, Optional(model.Clusters.GetValueOrDefault(deployment.Metadata.Name)).Map(Child),
            model.Jobs.Values.Where(job => declared.Contains(job.Snapshot.Name) || job.OwnerUid == deployment.Metadata.Uid).Select(Child).ToSeq().Strict(), None, model.Now);
    }

    public static ClusterSnapshot Cluster(ModelNamespace model, ModelCluster cluster) => cluster.Snapshot with
    {
        Spec = ClusterSpecReading.Read(cluster.Spec, cluster.Snapshot.Name),
        Jobs = model.JobsOf(cluster.Snapshot.Name).Select(Job).ToSeq().Strict(),
        Flink = Flink(model, cluster.Snapshot),
        Now = model.Now,
    };

    public static SupervisionSnapshot Supervision(ModelCluster cluster) =>
        new(cluster.Snapshot.Metadata, ClusterSpecReading.Read(cluster.Spec, cluster.Snapshot.Name), cluster.Supervisor, cluster.Supervisor.AvailableReplicas);

    public static JobSnapshot Job(ModelNamespace model, ModelJob job)
    {
        var cluster = model.ClusterOf(job);
        return job.Snapshot with
        {
            // Periodic savepoints are time's doing, not the change's.
            Spec = JobSpecReading.Read(job.Spec).Map(spec => spec with { SavepointInterval = TimeSpan.Zero }),
            Cluster = Optional(cluster).Map(Of),
            Flink = Flink(cluster?.Snapshot, job),
            Savepoint = job.Snapshot.Status.Savepoint.IsSome && job.Savepoint.Case is string path
                ? new Observation<SavepointAnswer>.Known(new SavepointAnswer.Completed(path)) : new Observation<SavepointAnswer>.Absent(),
            Now = model.Now,
        };
    }

    static ClusterJob Job(ModelJob job) => new(
        job.Snapshot.Name, job.Snapshot.Status.SupervisorStatus, job.Snapshot.Status.JobParallelism, job.Snapshot.Metadata.HasFinalizer(Finalizers.Supervisor));

    static JobCluster Of(ModelCluster cluster)
    {
        var (status, spec) = (cluster.Snapshot.Status, ClusterSpecReading.Read(cluster.Spec));
        return new JobCluster(
            cluster.Snapshot.Name, status.SupervisorStatus, status.ResourceStatus, status.ClusterHealth, status.StopIntent, status.WithoutSavepoint, status.JobManager,
            TriggerIdIsOurs: true, spec.Match(valid => valid.TaskTimeout, _ => TimeSpan.FromMinutes(5)), spec.Match(valid => valid.PollingInterval, _ => TimeSpan.FromSeconds(5)),
            spec.Match(valid => valid.StoragePaths, _ => LanguageExt.Seq<string>.Empty));
    }

    static Observation<FlinkJobObservation> Flink(ClusterSnapshot? cluster, ModelJob job)
    {
        if (job.Snapshot.Status.Submission.Case is not Submission submission) return new Observation<FlinkJobObservation>.Absent();
        if (cluster is null || JobManager(cluster).Map(pod => pod.Process) != cluster.Status.JobManager)
            return new Observation<FlinkJobObservation>.Unreachable("there is no JobManager that could know the job");
        return job.Flink.Filter(found => found.JobId == submission.JobId && found.JobManager == cluster.Status.JobManager).Match(
            found => new Observation<FlinkJobObservation>.Known(new FlinkJobObservation(found.JobId, found.State, found.State.ToString().ToUpperInvariant(), "", None, None)),
            () => (Observation<FlinkJobObservation>)new Observation<FlinkJobObservation>.Absent());
    }

    public static Option<PodObservation> JobManager(ClusterSnapshot cluster)
    {
        var living = cluster.JobManagers.Filter(pod => !pod.IsDeleting && !pod.HasEnded);
        return living.Count == 1 ? living.Head : None;
    }

    // Jobs fill the first TaskManagers; the rest is idle.
    static Observation<FlinkClusterObservation> Flink(ModelNamespace model, ClusterSnapshot cluster)
    {
        if (JobManager(cluster).IsNone) return new Observation<FlinkClusterObservation>.Unreachable("there is no JobManager with an address");
        var slots = Math.Max(1, cluster.Status.TaskSlots);
        var living = cluster.TaskManagers.Filter(pod => !pod.IsDeleting && !pod.HasEnded);
        var used = model.JobsOf(cluster.Name).Where(job => job.Flink.Exists(found => found.State == FlinkJobState.Running)).Sum(job => job.Snapshot.Status.JobParallelism);
        return new Observation<FlinkClusterObservation>.Known(new FlinkClusterObservation(
            "", living.Count * slots, Math.Max(0, living.Count * slots - used), living.Skip((used + slots - 1) / slots).Map(pod => pod.Address).Strict()));
    }

    static ChildObservation Child(ModelCluster cluster) => Child(
        cluster.Snapshot.Metadata, SpecDigest.Whole(cluster.Spec, "taskManagers"), cluster.OwnerUid, cluster.AppliedNumber, cluster.Snapshot.Status.ResourceStatus, cluster.Snapshot.Status.Conditions);

    static ChildObservation Child(ModelJob job) => Child(
        job.Snapshot.Metadata, SpecDigest.Whole(job.Spec, "jobParallelism"), job.OwnerUid, job.AppliedNumber, job.Snapshot.Status.ResourceStatus, job.Snapshot.Status.Conditions);

    static ChildObservation Child(ResourceMetadata metadata, string digest, string owner, Option<int> applied, ResourceStatus status, Seq<Condition> conditions) => new(
        metadata.Name, metadata.Uid, metadata.IsDeleting, digest, owner, applied, status, conditions.Exists(condition => condition is { Type: "Ready", Status: true }),
        conditions.Find(condition => condition is { Type: "Stalled", Status: true }).Map(condition => condition.Message).IfNone(""));
}
