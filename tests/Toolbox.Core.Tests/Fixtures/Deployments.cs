using Toolbox.Core.Deployment;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Fixtures;

/// <summary>Valid snapshots of a deployment of one cluster and one job; verbs change them.</summary>
static class Deployments
{
    const string Uid = "deployment-uid";

    public static DeploymentSnapshot AnUntouchedDeployment() => new(
        new ResourceMetadata("flink", Clusters.Name, Uid, 1, "300", IsDeleting: false, Empty),
        new DeploymentSpec(Clusters.Spec, "cluster-spec-1", 2, Seq1(new DeploymentJob("job", Jobs.Spec, "job-spec-1", 1))),
        DeploymentStatus.Empty, None, Empty, None, Moment.Now);

    public static DeploymentSnapshot ANewDeployment() => AnUntouchedDeployment() with
    {
        Metadata = AnUntouchedDeployment().Metadata with { Finalizers = Seq1(Finalizers.Operator) },
    };

    /// <summary>Everything is applied and runs.</summary>
    public static DeploymentSnapshot ARunningDeployment() => ANewDeployment() with
    {
        Status = new DeploymentStatus
        {
            ResourceStatus = ResourceStatus.Updated,
            ClusterDigest = Clusters.Digest,
            JobDigests = Seq1(new DeploymentJobDigest("job", Jobs.Digest)),
        },
        Cluster = Child(Clusters.Name, "cluster-spec-1", 2),
        Jobs = Seq1(Child(Jobs.Name, "job-spec-1", 1)),
    };

    public static ChildObservation Child(string name, string digest, int number) =>
        new(name, $"uid-{name}", IsDeleting: false, digest, Uid, number, ResourceStatus.Updated, IsReady: true, "");

    public static DeploymentSnapshot Deleted(this DeploymentSnapshot snapshot) =>
        snapshot with { Metadata = snapshot.Metadata with { IsDeleting = true } };

    public static DeploymentSnapshot WithoutFinalizer(this DeploymentSnapshot snapshot) =>
        snapshot with { Metadata = snapshot.Metadata with { Finalizers = Empty } };

    public static DeploymentSnapshot WithInvalidSpec(this DeploymentSnapshot snapshot) =>
        snapshot with { Spec = Seq1(new SpecError("spec.jobs[1].name", "job", "names must differ")) };

    public static DeploymentSnapshot WithSpec(this DeploymentSnapshot snapshot, Func<DeploymentSpec, DeploymentSpec> change) =>
        snapshot with { Spec = snapshot.Spec.Map(change) };

    public static DeploymentSnapshot WithEverythingRemembered(this DeploymentSnapshot snapshot) =>
        snapshot with { Status = DeploymentDecide.Decide(snapshot).Status };

    public static DeploymentSnapshot WithoutChildren(this DeploymentSnapshot snapshot) => snapshot with { Cluster = None, Jobs = Empty };

    public static DeploymentSnapshot WithCluster(this DeploymentSnapshot snapshot, Func<ChildObservation, ChildObservation> change) =>
        snapshot with { Cluster = snapshot.Cluster.Map(change) };

    public static DeploymentSnapshot WithJobs(this DeploymentSnapshot snapshot, Func<ChildObservation, ChildObservation> change) =>
        snapshot with { Jobs = snapshot.Jobs.Map(change).Strict() };

    public static DeploymentSnapshot WithUndeclaredJob(this DeploymentSnapshot snapshot) =>
        snapshot with { Jobs = snapshot.Jobs.Add(Child("test-old", "job-spec-0", 1)) };
}
