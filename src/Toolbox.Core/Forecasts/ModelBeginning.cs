using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Forecasts;

/// <summary>Resources in a model: new ones, and those that were seen, as if all that is under way succeeded.</summary>
public static class ModelBeginning
{
    public static ModelDeployment Deployment(string @namespace, string name, JsonElement spec) => new(New(@namespace, "deployment", name), spec, DeploymentStatus.Empty);

    public static ModelCluster Cluster(string @namespace, string name, JsonElement spec, DateTimeOffset now) => new(
        new ClusterSnapshot(
            New(@namespace, "cluster", name), ClusterSpecReading.Read(spec, name), ClusterStatus.Empty, new RequestAnnotation.Nothing(), Empty, Empty, Presence.Absent,
            new Observation<FlinkClusterObservation>.Absent(), Empty, None, now),
        spec, "", None, SupervisorObservation.Absent);

    public static ModelJob Job(string @namespace, string name, JsonElement spec, DateTimeOffset now) => new(
        new JobSnapshot(
            New(@namespace, "job", name), JobSpecReading.Read(spec), JobStatus.Empty, new RequestAnnotation.Nothing(), None, BootstrapObservation.Absent,
            new Observation<FlinkJobObservation>.Absent(), new Observation<SavepointAnswer>.Absent(), None, now),
        spec, "", None, None, None);

    /// <summary>A cluster that was seen: its pods come up, if they have not ended.</summary>
    public static ModelCluster Seen(ClusterSnapshot snapshot, JsonElement spec, string ownerUid, Option<int> appliedNumber, SupervisorObservation supervisor) => new(
        snapshot with
        {
            JobManagers = snapshot.JobManagers.Map(Up).Filter(IsThere).Strict(),
            TaskManagers = snapshot.TaskManagers.Map(Up).Filter(IsThere).Strict(),
            Service = snapshot.Service == Presence.Present ? Presence.Present : Presence.Absent,
        },
        spec, ownerUid, appliedNumber, supervisor);

    /// <summary>A job that was seen: what Flink has accepted runs, and a savepoint that is under way completes.</summary>
    public static ModelJob Seen(JobSnapshot snapshot, JsonElement spec, string ownerUid, Option<int> appliedNumber) => new(
        snapshot, spec, ownerUid, appliedNumber,
        snapshot.Status.Submission.Filter(last => last.JobId == snapshot.Status.JobId).Map(last => new ModelFlinkJob(
            last.JobId, snapshot.Status.Savepoint.Exists(request => request.StopsJob) ? FlinkJobState.Finished : FlinkJobState.Running, last.JobManager)),
        snapshot.Status.Savepoint.IsSome ? ModelNamespace.FutureSavepoint : None);

    /// <summary>It does not exist yet: its uid, and what follows from it, will be another one.</summary>
    public static bool IsNew(ResourceMetadata metadata) => metadata.Uid.StartsWith("new-", StringComparison.Ordinal);

    static bool IsThere(PodObservation pod) => !pod.IsDeleting;

    static PodObservation Up(PodObservation pod) => pod.HasEnded ? pod
        : pod with { Phase = PodPhase.Running, IsReady = true, Trouble = "", Address = pod.Address.Length > 0 ? pod.Address : pod.Name };

    static ResourceMetadata New(string @namespace, string kind, string name) => new(@namespace, name, $"new-{kind}-{name}", 1, "", IsDeleting: false, Empty);
}
