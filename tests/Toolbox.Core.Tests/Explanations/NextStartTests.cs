using Toolbox.Core.Explanations;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Explanations;

/// <summary>What is said about the next start is what a submission does.</summary>
public class NextStartTests
{
    [Fact]
    public void The_restore_point_that_is_named_is_the_one_that_is_submitted()
    {
        var waiting = Jobs.AStartingJob().WithRestorePoint(Jobs.Savepoint).WithRestorePoint(
            new RestorePoint("s3://flink/checkpoints/chk-7", RestorePointOrigin.RetainedCheckpoint, Moment.JustNow, Jobs.FlinkId));
        var submitted = JobDecide.Decide(waiting).Status.Submission.Map(last => last.RestorePoint);
        Assert.Equal("s3://flink/checkpoints/chk-7", submitted.IfNone(""));
        Assert.Equal(submitted, Start(waiting).RestorePoint);
    }

    [Fact]
    public void A_start_without_restore_point_is_empty_and_says_why()
    {
        var start = Start(Jobs.AStoppedJob(StopIntent.Stop));
        Assert.True(start.RestorePoint.IsNone);
        Assert.Contains("there is no restore point", start.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restart_that_was_asked_to_begin_empty_says_so()
    {
        var start = Start(Jobs.AStoppingJob(StopIntent.RestartEmpty));
        Assert.True(start.RestorePoint.IsNone);
        Assert.Contains("asked for", start.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_very_first_start_begins_where_the_spec_says() =>
        Assert.Equal("s3://flink/first", Start(Jobs.ANewJob().WithSpec(spec => spec with { SavepointPath = "s3://flink/first" })).RestorePoint.IfNone(""));

    [Fact]
    public void A_running_job_in_automatic_mode_takes_a_savepoint_first() =>
        Assert.StartsWith("a savepoint is taken first", Start(Jobs.AStartedJob()).Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_running_job_in_manual_mode_takes_none() =>
        Assert.StartsWith("it starts from the newest restore point", Start(Jobs.AStartedJob().WithMode(SavepointMode.Manual)).Sentence, StringComparison.Ordinal);

    static ExplainedStart Start(JobSnapshot snapshot) => JobExplaining.Explain(snapshot, Empty).Start.IfNone(() => throw new InvalidOperationException("No start"));
}
