using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Deployment;

/// <summary>The rules of a FlinkDeployment: a table without machine, since all that it remembers is what it applied last.</summary>
public static class DeploymentRules
{
    public static readonly DeploymentRuleTable Table = new(SupervisorStatus.Unknown,
        new(nameof(DeleteChildren), facts => facts is { IsDeleting: true, ChildrenAreToBeDeleted: true }, DeleteChildren),
        new(nameof(WaitForChildrenToLeave), facts => facts is { IsDeleting: true, OwnedChildrenRemain: true }, WaitForChildrenToLeave),
        new(nameof(RemoveFinalizer), facts => facts is { IsDeleting: true, HasFinalizer: true }, RemoveFinalizer),
        new(nameof(NothingToDo), facts => facts.IsDeleting, NothingToDo),
        new(nameof(StallOnInvalidSpec), facts => !facts.SpecIsValid, StallOnInvalidSpec),
        new(nameof(AddFinalizer), facts => !facts.HasFinalizer, AddFinalizer),
        new(nameof(StallOnForeignChild), facts => facts.ChildIsForeign, StallOnForeignChild),
        new(nameof(ApplyChildren), facts => facts.ChildrenDiffer, ApplyChildren),
        new(nameof(DeleteUndeclaredJobs), facts => facts.UndeclaredJobsExist, DeleteUndeclaredJobs),
        new(nameof(ReportTrouble), facts => facts is { SomeChildIsInTrouble: true }, ReportTrouble),
        new(nameof(WaitForChildren), facts => !facts.AllChildrenAreUpdated, WaitForChildren),
        new(nameof(WaitForReadiness), facts => !facts.AllChildrenAreReady, WaitForReadiness),
        new(nameof(FollowChildren), _ => true, FollowChildren));

    static DeploymentConclusion DeleteChildren(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Reconciling, "cluster and jobs are deleted", status => status with { ResourceStatus = ResourceStatus.Updating })
            .Do(Children.All(snapshot));

    static DeploymentConclusion WaitForChildrenToLeave(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Reconciling, "waits until cluster and jobs are gone", status => status with { ResourceStatus = ResourceStatus.Updating });

    static DeploymentConclusion RemoveFinalizer(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Reconciling, "the finalizer is removed").Do(new Command.Kubernetes.RemoveFinalizer(Finalizers.Operator));

    static DeploymentConclusion NothingToDo(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Reconciling, "the resource is about to go");

    // What was applied before goes on; only the change waits.
    static DeploymentConclusion StallOnInvalidSpec(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Stalled, snapshot.Spec.Match(_ => "", errors => string.Join("; ", errors)));

    static DeploymentConclusion AddFinalizer(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Reconciling, "the finalizer is added first, so that nothing is left behind")
            .Do(new Command.Kubernetes.AddFinalizer(Finalizers.Operator));

    static DeploymentConclusion StallOnForeignChild(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Stalled, "a FlinkCluster or FlinkJob of a declared name belongs to another FlinkDeployment");

    // One write for all of it: what the status remembers is what these commands apply, and a child that differs is applied again.
    static DeploymentConclusion ApplyChildren(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        new DeploymentConclusion(
            Children.Remember(snapshot, snapshot.Spec.Match(spec => spec, _ => throw new InvalidOperationException("The rule must ask for SpecIsValid")))
                with { ResourceStatus = ResourceStatus.Updating },
            Verdict.Reconciling, "cluster and jobs are applied", Empty, None)
        .Do(Children.ToApply(snapshot)).Awaiting(nameof(WaitForChildren), WaitsForChildren);

    static DeploymentConclusion DeleteUndeclaredJobs(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Reconciling, "jobs that are not declared any more are deleted").Do(Children.ToDelete(snapshot));

    static DeploymentConclusion ReportTrouble(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Stalled, snapshot.Cluster.ToSeq().FollowedBy(snapshot.Jobs).Filter(child => child.Trouble.Length > 0)
                .OrderBy(child => child.Name, StringComparer.Ordinal).Select(child => $"{child.Name}: {child.Trouble}").First(),
            status => status with { ResourceStatus = facts.AllChildrenAreUpdated ? ResourceStatus.Updated : ResourceStatus.Updating });

    static DeploymentConclusion WaitForChildren(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Reconciling, WaitsForChildren, status => status with { ResourceStatus = ResourceStatus.Updating });

    const string WaitsForChildren = "waits until cluster and jobs are updated";

    static DeploymentConclusion WaitForReadiness(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Suspended, "not everything runs", status => status with { ResourceStatus = ResourceStatus.Updated });

    static DeploymentConclusion FollowChildren(DeploymentSnapshot snapshot, DeploymentFacts facts) =>
        Stay(snapshot, Verdict.Ready, "cluster and jobs run as declared", status => status with { ResourceStatus = ResourceStatus.Updated });

    static DeploymentConclusion Stay(
        DeploymentSnapshot snapshot, Verdict verdict, string message, Func<DeploymentStatus, DeploymentStatus>? change = null) =>
        new(change is null ? snapshot.Status : change(snapshot.Status), verdict, message, Empty, None);
}
