using System.Runtime.CompilerServices;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Statuses;

namespace Toolbox.Operator.Resources;

/// <summary>Specs and statuses of cached resources, read once for each version of a resource that the caches hold.</summary>
public static class Readings
{
    static readonly ConditionalWeakTable<FlinkResource, ClusterReading> Clusters = [];
    static readonly ConditionalWeakTable<FlinkResource, JobReading> Jobs = [];
    static readonly ConditionalWeakTable<FlinkResource, DeploymentReading> Deployments = [];

    public static Either<Seq<SpecError>, ClusterSpec> ClusterSpec(this FlinkResource resource) => Cluster(resource).Spec.Value;

    public static ClusterStatus ClusterStatus(this FlinkResource resource) => Cluster(resource).Status.Value;

    public static Either<Seq<SpecError>, JobSpec> JobSpec(this FlinkResource resource) => Job(resource).Spec.Value;

    public static JobStatus JobStatus(this FlinkResource resource) => Job(resource).Status.Value;

    public static Either<Seq<SpecError>, DeploymentSpec> DeploymentSpec(this FlinkResource resource) => Deployment(resource).Spec.Value;

    public static DeploymentStatus DeploymentStatus(this FlinkResource resource) => Deployment(resource).Status.Value;

    static ClusterReading Cluster(FlinkResource resource) => Clusters.GetValue(resource, item => new ClusterReading(
        new(() => ClusterSpecReading.Read(item.Spec)), new(() => ClusterStatusReading.Read(item.Status))));

    static JobReading Job(FlinkResource resource) => Jobs.GetValue(resource, item => new JobReading(
        new(() => JobSpecReading.Read(item.Spec)), new(() => JobStatusReading.Read(item.Status))));

    static DeploymentReading Deployment(FlinkResource resource) => Deployments.GetValue(resource, item => new DeploymentReading(
        new(() => DeploymentSpecReading.Read(item.Spec)), new(() => DeploymentStatusReading.Read(item.Status))));

    sealed record ClusterReading(Lazy<Either<Seq<SpecError>, ClusterSpec>> Spec, Lazy<ClusterStatus> Status);

    sealed record JobReading(Lazy<Either<Seq<SpecError>, JobSpec>> Spec, Lazy<JobStatus> Status);

    sealed record DeploymentReading(Lazy<Either<Seq<SpecError>, DeploymentSpec>> Spec, Lazy<DeploymentStatus> Status);
}
