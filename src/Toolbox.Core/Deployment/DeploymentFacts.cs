using Toolbox.Core.Resources;

namespace Toolbox.Core.Deployment;

/// <summary>The named truths that the deployment's rules read; computed once for each decision.</summary>
public sealed record DeploymentFacts
{
    public required bool IsDeleting { get; init; }
    public required bool HasFinalizer { get; init; }
    public required bool SpecIsValid { get; init; }

    /// <summary>A child of a needed name exists, but belongs to somebody else.</summary>
    public required bool ChildIsForeign { get; init; }
    public required bool OwnedChildrenRemain { get; init; }
    public required bool ChildrenAreToBeDeleted { get; init; }
    public required bool ChildrenDiffer { get; init; }
    public required bool UndeclaredJobsExist { get; init; }
    public required bool AllChildrenAreUpdated { get; init; }
    public required bool AllChildrenAreReady { get; init; }
    public required bool SomeChildIsInTrouble { get; init; }

    public static DeploymentFacts From(DeploymentSnapshot snapshot)
    {
        var children = snapshot.Cluster.ToSeq().FollowedBy(snapshot.Jobs);
        var declared = snapshot.Spec.Match(spec => spec.Jobs.Map(snapshot.JobName), _ => LanguageExt.Seq<string>.Empty);
        var needed = children.Filter(child => child.Name == snapshot.Name || declared.Contains(child.Name));
        var owned = children.Filter(child => child.OwnerUid == snapshot.Metadata.Uid);
        return new DeploymentFacts
        {
            IsDeleting = snapshot.Metadata.IsDeleting,
            HasFinalizer = snapshot.Metadata.HasFinalizer(Finalizers.Operator),
            SpecIsValid = snapshot.Spec.IsRight,
            ChildIsForeign = needed.Exists(child => child.OwnerUid.Length > 0 && child.OwnerUid != snapshot.Metadata.Uid),
            OwnedChildrenRemain = !owned.IsEmpty,
            ChildrenAreToBeDeleted = owned.Exists(child => !child.IsDeleting),
            ChildrenDiffer = !Children.ToApply(snapshot).IsEmpty,
            UndeclaredJobsExist = !Children.ToDelete(snapshot).IsEmpty,
            AllChildrenAreUpdated = snapshot.Cluster.IsSome && needed.Count == declared.Count + 1
                && needed.ForAll(child => child is { ResourceStatus: ResourceStatus.Updated, IsDeleting: false }),
            AllChildrenAreReady = needed.ForAll(child => child.IsReady),
            SomeChildIsInTrouble = needed.Exists(child => child.Trouble.Length > 0),
        };
    }
}
