using LanguageExt;
using Toolbox.Core.Deployment;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Deployments;

namespace Toolbox.Core.Tests.Situations;

static class DeploymentSituations
{
    public static DeploymentSnapshot Deleted_DeleteChildren => ARunningDeployment().Deleted();
    public static DeploymentSnapshot DeletedWithAForeignCluster_DeleteChildren => ARunningDeployment().WithCluster(child => child with { OwnerUid = "somebody" }).Deleted();
    public static DeploymentSnapshot ChildrenLeave_WaitForChildrenToLeave =>
        ARunningDeployment().WithCluster(child => child with { IsDeleting = true }).WithJobs(child => child with { IsDeleting = true }).Deleted();
    public static DeploymentSnapshot ChildrenAreGone_RemoveFinalizer => ARunningDeployment().WithoutChildren().Deleted();
    public static DeploymentSnapshot TheFinalizerIsGone_NothingToDo => ARunningDeployment().WithoutChildren().WithoutFinalizer().Deleted();
    public static DeploymentSnapshot TheSpecIsInvalid_StallOnInvalidSpec => ARunningDeployment().WithInvalidSpec();
    public static DeploymentSnapshot ANewDeployment_AddFinalizer => AnUntouchedDeployment();
    public static DeploymentSnapshot TheClusterBelongsToAnotherOne_StallOnForeignChild => ARunningDeployment().WithCluster(child => child with { OwnerUid = "somebody" });
    public static DeploymentSnapshot NothingIsThere_ApplyChildren => ANewDeployment();
    public static DeploymentSnapshot TheClusterHasNoOwner_ApplyChildren => ARunningDeployment().WithCluster(child => child with { OwnerUid = "" });
    public static DeploymentSnapshot TheClusterWasEdited_ApplyChildren => ARunningDeployment().WithSpec(spec => spec with { ClusterSpecDigest = "cluster-spec-2" });
    public static DeploymentSnapshot OnlyTheTaskManagersWereEdited_ApplyChildren => ARunningDeployment().WithSpec(spec => spec with { DeclaresTaskManagers = 5 });
    public static DeploymentSnapshot OnlyTheParallelismWasEdited_ApplyChildren =>
        ARunningDeployment().WithSpec(spec => spec with { Jobs = spec.Jobs.Map(job => job with { DeclaresParallelism = 4 }) });
    public static DeploymentSnapshot ADiedProcessHadRememberedAnEditThatItNeverApplied_ApplyChildren =>
        ARunningDeployment().WithSpec(spec => spec with { DeclaresTaskManagers = 5 }).WithEverythingRemembered();
    public static DeploymentSnapshot TheEditIsApplied_FollowChildren =>
        ARunningDeployment().WithSpec(spec => spec with { DeclaresTaskManagers = 5 }).WithCluster(child => child with { AppliedNumber = 5 });
    public static DeploymentSnapshot TheFirstToolboxWroteNoNumberDown_ApplyChildren =>
        ARunningDeployment().WithCluster(child => child with { AppliedNumber = Option<int>.None, OwnerUid = "" });
    public static DeploymentSnapshot AClusterThatWasThereIsAdopted_ApplyChildren =>
        (ARunningDeployment() with { Status = DeploymentStatus.Empty }).WithCluster(child => child with { AppliedNumber = Option<int>.None, OwnerUid = "" });
    public static DeploymentSnapshot TheJobWasDeletedByHand_ApplyChildren => ARunningDeployment() with { Jobs = LanguageExt.Seq<ChildObservation>.Empty };
    public static DeploymentSnapshot AJobIsNotDeclaredAnyMore_DeleteUndeclaredJobs => ARunningDeployment().WithUndeclaredJob();
    public static DeploymentSnapshot AJobIsInTrouble_ReportTrouble => ARunningDeployment()
        .WithJobs(child => child with { IsReady = false, Trouble = "the job has failed: IOException" });
    public static DeploymentSnapshot TheClusterStarts_WaitForChildren => ARunningDeployment().WithCluster(child => child with { ResourceStatus = ResourceStatus.Updating });
    public static DeploymentSnapshot TheClusterIsBeingDeleted_WaitForChildren => ARunningDeployment().WithCluster(child => child with { IsDeleting = true });
    public static DeploymentSnapshot TheJobIsStopped_WaitForReadiness => ARunningDeployment().WithJobs(child => child with { IsReady = false });
    public static DeploymentSnapshot AllIsWell_FollowChildren => ARunningDeployment();
}
