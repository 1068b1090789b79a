using LanguageExt;
using Toolbox.Core.Supervision;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Situations;

static class OrphanSituations
{
    static readonly OwnedObject Pod = new(OwnedKind.Pod, "jobmanager-test-abcde", "pod-uid", "cluster-uid", HasController: false, IsDeleting: false);

    public static OrphanSnapshot ItsClusterIsGone_RemoveOrphan => Owned(Pod, new Observation<Unit>.Absent());
    public static OrphanSnapshot ItsClusterExists_KeepOwnedObject => Owned(Pod, new Observation<Unit>.Known(Unit.Default));
    public static OrphanSnapshot TheCachesAreBehind_WaitForKnowledge => Owned(Pod, new Observation<Unit>.Unreachable("the watch broke"));
    public static OrphanSnapshot ItIsBeingDeleted_WaitUntilItIsGone => Owned(Pod with { IsDeleting = true }, new Observation<Unit>.Absent());
    public static OrphanSnapshot ThePodOfADeployment_LeaveToOthers => Owned(Pod with { HasController = true }, new Observation<Unit>.Absent());
    public static OrphanSnapshot SomebodyElseMadeIt_LeaveToOthers => Owned(Pod with { OwnerUid = "" }, new Observation<Unit>.Absent());

    static OrphanSnapshot Owned(OwnedObject item, Observation<Unit> owner) => new(item, owner, Moment.Now);
}
