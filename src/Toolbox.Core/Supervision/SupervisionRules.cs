using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Supervision;

/// <summary>
/// The operator's rules about a cluster's supervisor: as long as the supervisor's finalizer is on the cluster, there is a supervisor for it.
/// </summary>
public static class SupervisionRules
{
    public static readonly SupervisionRuleTable Table = new(SupervisorStatus.Unknown,
        new(nameof(DeleteSupervisor), facts => facts is { IsDeleting: true, HasSupervisorFinalizer: false, Supervisor: Presence.Present }, DeleteSupervisor),
        new(nameof(WaitForSupervisorToLeave), facts => facts is { IsDeleting: true, HasSupervisorFinalizer: false } && (facts.Supervisor == Presence.Terminating || facts.PodsRemain), WaitForSupervisorToLeave),
        new(nameof(RemoveFinalizer), facts => facts is { IsDeleting: true, HasSupervisorFinalizer: false, HasOperatorFinalizer: true }, RemoveFinalizer),
        new(nameof(LetGo), facts => facts is { IsDeleting: true, HasSupervisorFinalizer: false }, LetGo),
        new(nameof(WaitForValidSpec), facts => !facts.SpecIsValid && facts.Supervisor == Presence.Absent, WaitForValidSpec),
        new(nameof(AddFinalizer), facts => facts is { IsDeleting: false, HasOperatorFinalizer: false }, AddFinalizer),
        new(nameof(WaitForOldSupervisor), facts => facts.Supervisor == Presence.Terminating, WaitForOldSupervisor),
        new("CreateSupervisor", facts => facts.Supervisor == Presence.Absent, ApplySupervisor),
        new("UpdateSupervisor", facts => facts.SupervisorDiffers, ApplySupervisor),
        new(nameof(KeepSupervisor), _ => true, KeepSupervisor));


    static SupervisionConclusion DeleteSupervisor(SupervisionSnapshot snapshot, SupervisionFacts facts) =>
        Conclude("the cluster is taken down, its supervisor is deleted", new Command.Kubernetes.DeleteSupervisor(snapshot.Cluster.Name));

    static SupervisionConclusion WaitForSupervisorToLeave(SupervisionSnapshot snapshot, SupervisionFacts facts) =>
        Conclude("waits until the supervisor is gone");

    static SupervisionConclusion RemoveFinalizer(SupervisionSnapshot snapshot, SupervisionFacts facts) =>
        Conclude("the finalizer is removed", new Command.Kubernetes.RemoveFinalizer(Finalizers.Operator));

    static SupervisionConclusion LetGo(SupervisionSnapshot snapshot, SupervisionFacts facts) => Conclude("the resource is about to go");

    static SupervisionConclusion WaitForValidSpec(SupervisionSnapshot snapshot, SupervisionFacts facts) =>
        Conclude(snapshot.Spec.Match(_ => "", errors => string.Join("; ", errors)));

    static SupervisionConclusion AddFinalizer(SupervisionSnapshot snapshot, SupervisionFacts facts) =>
        Conclude("the finalizer is added first, so that no supervisor is left behind", new Command.Kubernetes.AddFinalizer(Finalizers.Operator));

    static SupervisionConclusion WaitForOldSupervisor(SupervisionSnapshot snapshot, SupervisionFacts facts) =>
        Conclude("waits until the old supervisor's Deployment is gone");

    // Applied in place: Kubernetes replaces the pod, and Flink goes on meanwhile.
    static SupervisionConclusion ApplySupervisor(SupervisionSnapshot snapshot, SupervisionFacts facts) =>
        Conclude("the supervisor's Deployment is applied", new Command.Kubernetes.ApplySupervisor(
            snapshot.Cluster.Name, snapshot.Spec.Match(spec => spec.Digest.Supervisor, _ => ""), snapshot.Replicas));

    static SupervisionConclusion KeepSupervisor(SupervisionSnapshot snapshot, SupervisionFacts facts) => Conclude("the supervisor is as declared");

    static SupervisionConclusion Conclude(string message, params Command[] commands) =>
        new(Unit.Default, Verdict.Reconciling, message, commands.ToSeq(), None);
}
