using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Supervision;

/// <summary>
/// The operator's rules about what a FlinkCluster or FlinkJob left behind, which happens only when somebody removed a finalizer by hand:
/// there are no owner references, so nobody else would remove it.
/// </summary>
public static class OrphanRules
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static readonly OrphanRuleTable Table = new(SupervisorStatus.Unknown,
        new(nameof(LeaveToOthers), facts => !facts.IsMadeByUs || facts.HasController, LeaveToOthers),
        new(nameof(WaitUntilItIsGone), facts => facts.IsDeleting, WaitUntilItIsGone),
        new(nameof(WaitForKnowledge), facts => facts.OwnerIsUnknown, WaitForKnowledge),
        new(nameof(RemoveOrphan), facts => facts.OwnerIsGone, RemoveOrphan),
        new(nameof(KeepOwnedObject), _ => true, KeepOwnedObject));

    static OrphanConclusion LeaveToOthers(OrphanSnapshot snapshot, OrphanFacts facts) => Conclude("it is not ours to remove");

    static OrphanConclusion WaitUntilItIsGone(OrphanSnapshot snapshot, OrphanFacts facts) => Conclude("it is on its way out");

    // Nothing is concluded from silence.
    static OrphanConclusion WaitForKnowledge(OrphanSnapshot snapshot, OrphanFacts facts) =>
        Conclude("nobody can tell whether its owner exists") with { WakeAt = snapshot.Now + Patience };

    static OrphanConclusion RemoveOrphan(OrphanSnapshot snapshot, OrphanFacts facts)
    {
        var orphan = snapshot.Object;
        return Conclude("its owner is gone").Do(new Command.Kubernetes.DeleteOrphan(orphan.Kind, orphan.Name, orphan.Uid, orphan.OwnerUid));
    }

    static OrphanConclusion KeepOwnedObject(OrphanSnapshot snapshot, OrphanFacts facts) => Conclude("its owner exists");

    static OrphanConclusion Conclude(string message) => new(Unit.Default, Verdict.Reconciling, message, Empty, None);
}
