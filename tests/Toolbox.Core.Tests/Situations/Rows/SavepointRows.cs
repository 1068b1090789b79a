using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations.Rows;

public class SavepointRows
{
    [Fact, Row("6.7 1", Changed = "A started job without submission is one that was lost: it is submitted anew.")]
    public void Without_a_job_no_savepoint_is_taken() => Due().But(status => status with { JobId = "", Submission = None }).WithoutFlinkJob()
        .Decides("RecoverLostJob", SupervisorStatus.Starting);

    [Fact, Row("6.7 2")]
    public void While_one_is_pending_no_other_is_taken() =>
        Due().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.InProgress(), Moment.LongAgo).Decides("WaitForSavepoint", SupervisorStatus.Started);

    [Fact, Row("6.7 2a", Changed = "A savepoint that failed is reported; a question without answer says nothing about it.")]
    public void A_failed_savepoint_is_reported_and_a_silent_one_waited_for()
    {
        var asked = AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.Failed("disk full"));
        var failed = asked.Decides("ReportFailedSavepoint", SupervisorStatus.Started);
        Assert.Equal((true, "the savepoint failed: disk full", ResourceStatus.Updated), (failed.Savepoint.IsNone, failed.Refusal, failed.ResourceStatus));
        var silent = (asked with { Savepoint = new Observation<SavepointAnswer>.Unreachable("timeout") }).Decides("WaitForSavepoint", SupervisorStatus.Started);
        Assert.Equal(asked.Status.Savepoint, silent.Savepoint);
    }

    [Fact, Row("6.7 2b")]
    public void One_in_progress_makes_it_updating() => Assert.Equal(ResourceStatus.Updating,
        AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.InProgress()).Decides("WaitForSavepoint", SupervisorStatus.Started).ResourceStatus);

    [Fact, Row("6.7 2c")]
    public void A_complete_one_is_the_newest_restore_point()
    {
        var status = AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.Completed("s3://new")).Decides("RecordSavepoint", SupervisorStatus.Started);
        Assert.Equal(("s3://new", true, "s3://new"), (status.SavepointPath, status.Savepoint.IsNone, RestorePointLedger.Newest(status.RestorePoints).Map(point => point.Path)));
    }

    [Fact, Row("6.7 3", Changed = "The request is recorded before Flink is asked; asking again has the same id.")]
    public void One_is_taken_when_the_interval_is_over()
    {
        var status = Due().Decides("TriggerPeriodicSavepoint", SupervisorStatus.Started, "TriggerSavepoint");
        Assert.Equal((RestorePointOrigin.Periodic, false), status.Savepoint.Map(request => (request.Origin, request.StopsJob)));
        var exactly = AStartedJob().WithSpec(spec => spec with { SavepointInterval = Moment.Now - Moment.LongAgo });
        exactly.Decides("TriggerPeriodicSavepoint", SupervisorStatus.Started, "TriggerSavepoint");
    }

    [Fact, Row("6.7 4")]
    public void Before_that_nothing_is_done()
    {
        AStartedJob().WithSpec(spec => spec with { SavepointInterval = Moment.Now - Moment.LongAgo + TimeSpan.FromSeconds(1) }).Decides("FollowJob", SupervisorStatus.Started);
        AStartedJob().WithSpec(spec => spec with { SavepointInterval = TimeSpan.FromSeconds(-1) }).Decides("FollowJob", SupervisorStatus.Started);
    }

    static JobSnapshot Due() => AStartedJob().WithSpec(spec => spec with { SavepointInterval = TimeSpan.FromHours(1) });
}
