using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations;

static class JobUnknown
{
    public static JobSnapshot DeletedBeforeAnythingWasDone_TerminateUntouched => AnUntouchedJob().Deleted();
    public static JobSnapshot DeletedAfterItsStatusWasEmptied_StopForgotten => ANewJob().Deleted();
    public static JobSnapshot ThereIsNoCluster_WaitForLivingCluster => AnUntouchedJob().WithoutCluster();
    public static JobSnapshot TheClusterGoes_WaitForLivingCluster => ANewJob().WithCluster(SupervisorStatus.Terminated);
    public static JobSnapshot ANewJob_AddFinalizer => AnUntouchedJob();
    public static JobSnapshot TheSpecIsInvalid_WaitForValidSpec => ANewJob().WithInvalidSpec();
    public static JobSnapshot ItHasItsFinalizer_Initialise => ANewJob();
    public static JobSnapshot TheSpecNamesASavepoint_Initialise => ANewJob().WithSpec(spec => spec with { SavepointPath = "s3://bucket/savepoint-0" });
    public static JobSnapshot TheOlderToolboxLeftASavepoint_Initialise => ANewJob()
        .WithSpec(spec => spec with { SavepointPath = "s3://bucket/savepoint-0" }).But(status => status with { SavepointPath = "s3://bucket/savepoint-9" });
    public static JobSnapshot ItComesBackWithItsRestorePoints_Initialise => ANewJob().WithRestorePoint(JobSurroundings.StopSavepoint)
        .WithSpec(spec => spec with { SavepointPath = "s3://bucket/savepoint-0" });
}
