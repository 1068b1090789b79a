using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Supervisions;

namespace Toolbox.Core.Tests.Situations;

static class SupervisionSituations
{
    public static SupervisionSnapshot TheClusterIsTakenDown_DeleteSupervisor => ASupervision().With(Finalizers.Operator).Deleted();
    public static SupervisionSnapshot TheSupervisorLeaves_WaitForSupervisorToLeave => ASupervision().With(Finalizers.Operator).WithSupervisor(Presence.Terminating, 1).Deleted();
    public static SupervisionSnapshot ItsPodRemains_WaitForSupervisorToLeave => ASupervision().With(Finalizers.Operator).WithSupervisor(Presence.Absent, 1).Deleted();
    public static SupervisionSnapshot TheSupervisorIsGone_RemoveFinalizer => ASupervision().With(Finalizers.Operator).WithSupervisor(Presence.Absent, 0).Deleted();
    public static SupervisionSnapshot NobodyHoldsOn_LetGo => ASupervision().With().WithSupervisor(Presence.Absent, 0).Deleted();
    public static SupervisionSnapshot TheSpecIsInvalidFromTheStart_WaitForValidSpec => AnUntouchedSupervision().WithInvalidSpec();
    public static SupervisionSnapshot TheSpecBecameInvalid_KeepSupervisor => ASupervision().WithInvalidSpec();
    public static SupervisionSnapshot ANewCluster_AddFinalizer => AnUntouchedSupervision();
    public static SupervisionSnapshot AnOldSupervisorLeaves_WaitForOldSupervisor => ASupervision().WithSupervisor(Presence.Terminating, 1);
    public static SupervisionSnapshot ThereIsNoSupervisor_CreateSupervisor => ASupervision().WithSupervisor(Presence.Absent, 0);
    public static SupervisionSnapshot DeletedWhileItsSupervisorIsScaledToZero_UpdateSupervisor =>
        ASupervision().WithReplicas(0).Deleted() with { Supervisor = new SupervisorObservation(Presence.Present, Clusters.Digest.Supervisor, 0, 0) };
    public static SupervisionSnapshot TheReplicasWereEdited_UpdateSupervisor => ASupervision().WithReplicas(2);
    public static SupervisionSnapshot AllIsWell_KeepSupervisor => ASupervision();
}
