using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Rules;

/// <summary>The condition SavepointInProgress goes with the savepoint that the status records.</summary>
public class SavepointConditionTests
{
    [Fact]
    public void It_is_False_when_no_savepoint_is_taken() => Assert.False(Of(JobDecide.Decide(AStartedJob())).Status);

    [Fact]
    public void It_becomes_True_with_the_request_and_False_with_its_end()
    {
        var asked = JobDecide.Decide(AStartedJob().WithRecorded(RequestedAction.TriggerSavepoint));
        Assert.Equal((true, "Manual"), (Of(asked).Status, Of(asked).Reason));
        var taken = AStartedJob().WithSavepoint(RestorePointOrigin.Manual, new SavepointAnswer.Completed("s3://savepoints/7"))
            .But(status => status with { Conditions = asked.Status.Conditions });
        Assert.False(Of(JobDecide.Decide(taken)).Status);
    }

    [Fact]
    public void It_keeps_its_time_while_nothing_changes()
    {
        var waiting = AStartedJob().WithSavepoint(RestorePointOrigin.Periodic, new SavepointAnswer.InProgress());
        var first = JobDecide.Decide(waiting);
        var later = JobDecide.Decide(waiting.But(_ => first.Status) with { Now = Moment.Now.AddSeconds(20) });
        Assert.Equal(Of(first), Of(later));
        Assert.Single(later.Status.Conditions.Filter(condition => condition.Type == "SavepointInProgress"));
    }

    static Condition Of(Decision<JobStatus> decision) => decision.Status.Conditions.Single(condition => condition.Type == "SavepointInProgress");
}
