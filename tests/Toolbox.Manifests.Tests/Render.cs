using k8s.Models;
using LanguageExt;

namespace Toolbox.Manifests.Tests;

/// <summary>Each object for the cluster <c>cluster-1</c> and its job <c>job-1</c>.</summary>
static class Render
{
    const string ClusterUid = "15ae5af4-affd-41b1-9dc0-d48e58c441a0";
    const string JobUid = "c36e2096-2980-46f3-b07c-0b1c768b440d";

    public static readonly BootstrapJobIdentity Bootstrap = new(
        "flink-jobs", "cluster-1", "job-1", JobUid, "bootstrap-digest", "00000000000000000000000000000abc", Parallelism: 2);

    public static readonly SupervisorDeploymentIdentity Supervisor = new("flink-jobs", "cluster-1", ClusterUid, "supervisor-digest");

    public static Either<ManifestError, V1Pod> JobManagerPod(SomeDeployment deployment, string cluster = "cluster-1") =>
        deployment.Cluster.Bind(spec => Manifests.JobManagerPod.Render(
            new FlinkPodIdentity("flink-jobs", cluster, ClusterUid, ObjectNames.JobManagerPod(cluster, "1"), "pod-digest"), spec));

    public static Either<ManifestError, V1Pod> TaskManagerPod(SomeDeployment deployment) =>
        deployment.Cluster.Bind(spec => Manifests.TaskManagerPod.Render(
            new FlinkPodIdentity("flink-jobs", "cluster-1", ClusterUid, ObjectNames.TaskManagerPod("cluster-1", "1-0"), "pod-digest"), spec));

    public static Either<ManifestError, V1Service> JobManagerService(SomeDeployment deployment, string cluster = "cluster-1") =>
        deployment.Cluster.Bind(spec => Manifests.JobManagerService.Render(
            new JobManagerServiceIdentity("flink-jobs", cluster, ClusterUid, "service-digest"), spec));

    public static Either<ManifestError, V1Job> BootstrapJob(SomeDeployment deployment, BootstrapJobIdentity? identity = null) =>
        deployment.Job.Bind(spec => Manifests.BootstrapJob.Render(identity ?? Bootstrap, spec));

    public static Either<ManifestError, V1Deployment> SupervisorDeployment(
        SomeDeployment deployment, SupervisorDeploymentIdentity? identity = null) =>
        deployment.Cluster.Bind(spec => Manifests.SupervisorDeployment.Render(identity ?? Supervisor, spec));
}
