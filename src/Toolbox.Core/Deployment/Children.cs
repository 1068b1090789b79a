using LanguageExt;
using Toolbox.Core.Commands;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Deployment;

/// <summary>What has to be done so that a deployment's children are as it declares them.</summary>
static class Children
{
    public static Seq<Command> ToApply(DeploymentSnapshot snapshot) => snapshot.Spec.Match(
        spec => Cluster(snapshot, spec).ToSeq().FollowedBy(spec.Jobs.Choose(job => Job(snapshot, job))),
        _ => Empty);

    /// <summary>Jobs that belong to the deployment and are not declared any more.</summary>
    public static Seq<Command> ToDelete(DeploymentSnapshot snapshot) => snapshot.Spec.Match(
        spec => snapshot.Jobs
            .Filter(child => child.OwnerUid == snapshot.Metadata.Uid && !child.IsDeleting && !spec.Jobs.Exists(job => snapshot.JobName(job) == child.Name))
            .Map(child => (Command)new Command.Kubernetes.DeleteJob(child.Name, child.Uid)),
        _ => Empty);

    /// <summary>Everything that belongs to the deployment.</summary>
    public static Seq<Command> All(DeploymentSnapshot snapshot) =>
        snapshot.Jobs.Filter(child => child.OwnerUid == snapshot.Metadata.Uid && !child.IsDeleting)
            .Map(child => (Command)new Command.Kubernetes.DeleteJob(child.Name, child.Uid))
            .FollowedBy(snapshot.Cluster.Filter(child => child.OwnerUid == snapshot.Metadata.Uid && !child.IsDeleting)
                .Map(child => (Command)new Command.Kubernetes.DeleteCluster(child.Name, child.Uid)).ToSeq());

    /// <summary>What the status remembers of the spec once everything in it has been applied.</summary>
    public static DeploymentStatus Remember(DeploymentSnapshot snapshot, DeploymentSpec spec) => snapshot.Status with
    {
        ClusterDigest = spec.Cluster.Digest,
        JobDigests = spec.Jobs.Map(job => new DeploymentJobDigest(job.Name, job.Spec.Digest)).Strict(),
    };

    static Option<Command> Cluster(DeploymentSnapshot snapshot, DeploymentSpec spec)
    {
        var number = Number(snapshot, snapshot.Cluster, spec.DeclaresTaskManagers);
        if (!Differs(snapshot, snapshot.Cluster, spec.ClusterSpecDigest) && number is null) return None;
        return new Command.Kubernetes.ApplyCluster(snapshot.Name, spec.ClusterSpecDigest, number);
    }

    static Option<Command> Job(DeploymentSnapshot snapshot, DeploymentJob job)
    {
        var child = snapshot.Jobs.Find(item => item.Name == snapshot.JobName(job));
        var number = Number(snapshot, child, job.DeclaresParallelism);
        if (!Differs(snapshot, child, job.SpecDigest) && number is null) return None;
        return new Command.Kubernetes.ApplyJob(snapshot.JobName(job), job.Name, job.SpecDigest, number);
    }

    // One that is being deleted is created anew once it is gone.
    static bool Differs(DeploymentSnapshot snapshot, Option<ChildObservation> child, string digest) => child.Match(
        item => !item.IsDeleting && (item.SpecDigest != digest || item.OwnerUid != snapshot.Metadata.Uid), () => true);

    // The deployment's number counts when the child is created or adopted and when the deployment's own number was edited. The first
    // toolbox wrote no number down: what its children were scaled to since stays.
    static DeclaredNumber? Number(DeploymentSnapshot snapshot, Option<ChildObservation> child, Option<int> declared) => declared
        .Filter(value => child.Match(item => !item.IsDeleting && item.AppliedNumber != value, () => true))
        .Map(value => new DeclaredNumber(value, child.Match(item => item.AppliedNumber.IsSome || snapshot.Status.ClusterDigest.IsNone, () => true)))
        .MatchUnsafe(number => number, () => (DeclaredNumber?)null);
}
