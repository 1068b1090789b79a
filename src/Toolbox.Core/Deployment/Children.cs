using LanguageExt;
using Toolbox.Core.Commands;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Deployment;

/// <summary>What has to be done so that a deployment's children are as it declares them.</summary>
static class Children
{
    public static Seq<Command> ToApply(DeploymentSnapshot snapshot) => snapshot.Spec.Match(
        spec => Cluster(snapshot, spec).ToSeq() + spec.Jobs.Choose(job => Job(snapshot, job)),
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
        + snapshot.Cluster.Filter(child => child.OwnerUid == snapshot.Metadata.Uid && !child.IsDeleting)
            .Map(child => (Command)new Command.Kubernetes.DeleteCluster(child.Name, child.Uid)).ToSeq();

    /// <summary>What the status remembers of the spec once everything in it has been applied.</summary>
    public static DeploymentStatus Remember(DeploymentSnapshot snapshot, DeploymentSpec spec) => snapshot.Status with
    {
        ClusterDigest = spec.Cluster.Digest,
        JobDigests = spec.Jobs.Map(job => new DeploymentJobDigest(job.Name, job.Spec.Digest)).Strict(),
        AppliedTaskManagers = spec.DeclaresTaskManagers.Map(value => new AppliedScale(snapshot.Name, value)),
        AppliedParallelism = spec.Jobs.Choose(job => job.DeclaresParallelism.Map(value => new AppliedScale(job.Name, value))).Strict(),
    };

    // The deployment's number counts when the child is created and when the deployment's own number was edited; else the child's stays.
    static Option<Command> Cluster(DeploymentSnapshot snapshot, DeploymentSpec spec)
    {
        var edited = spec.DeclaresTaskManagers.Filter(value => snapshot.Cluster.IsNone || snapshot.Status.AppliedTaskManagers.Exists(last => last.Value != value)
            || snapshot.Status.AppliedTaskManagers.IsNone);
        var differs = snapshot.Cluster.Match(child => child.SpecDigest != spec.ClusterSpecDigest || child.OwnerUid != snapshot.Metadata.Uid, () => true);
        if (snapshot.Cluster.Exists(child => child.IsDeleting) || (!differs && edited.IsNone)) return None;
        return new Command.Kubernetes.ApplyCluster(snapshot.Name, spec.ClusterSpecDigest, edited.ToNullable());
    }

    static Option<Command> Job(DeploymentSnapshot snapshot, DeploymentJob job)
    {
        var child = snapshot.Jobs.Find(item => item.Name == snapshot.JobName(job));
        var applied = snapshot.Status.AppliedParallelism.Find(last => last.Name == job.Name);
        var edited = job.DeclaresParallelism.Filter(value => child.IsNone || applied.IsNone || applied.Exists(last => last.Value != value));
        var differs = child.Match(item => item.SpecDigest != job.SpecDigest || item.OwnerUid != snapshot.Metadata.Uid, () => true);
        if (child.Exists(item => item.IsDeleting) || (!differs && edited.IsNone)) return None;
        return new Command.Kubernetes.ApplyJob(snapshot.JobName(job), job.Name, job.SpecDigest, edited.ToNullable());
    }
}
