using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

public class JobUnknownRows
{
    [Fact, Row("6.6 Unknown 1")]
    public void While_its_cluster_goes_it_waits() =>
        ANewJob().WithCluster(SupervisorStatus.Terminated).Decides("WaitForLivingCluster", SupervisorStatus.Unknown);

    [Fact, Row("6.6 Unknown 2")]
    public void A_job_that_is_deleted_before_anything_was_done_is_terminated() =>
        AnUntouchedJob().Deleted().Decides("TerminateUntouched", SupervisorStatus.Terminated);

    [Fact, Row("6.6 Unknown 3")]
    public void The_finalizer_is_added_first() => AnUntouchedJob().Decides("AddFinalizer", SupervisorStatus.Unknown, "AddFinalizer");

    [Fact, Row("6.6 Unknown 4", Changed = "An id that is left over from earlier is cleared: it would say that the job has been submitted.")]
    public void With_its_finalizer_a_job_is_initialised()
    {
        var job = ANewJob().WithSpec(spec => spec with { SavepointPath = "s3://spec" }).But(status => status with { JobId = "left-over" });
        var status = job.Decides("Initialise", SupervisorStatus.Starting);
        Assert.Equal((ResourceStatus.Updating, "s3://spec", "", Clusters.Name), (status.ResourceStatus, status.SavepointPath, status.JobId, status.ClusterName));
        Assert.Equal((Digest, 1, "s3://spec"), (status.Digest, status.JobParallelism, RestorePointLedger.Newest(status.RestorePoints).Map(point => point.Path)));
        Assert.Equal("s3://kept", job.But(last => last with { SavepointPath = "s3://kept" }).Decides("Initialise", SupervisorStatus.Starting).SavepointPath);
    }
}
