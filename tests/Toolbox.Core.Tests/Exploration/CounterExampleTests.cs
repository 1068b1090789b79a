using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Core.Tests.Exploration.Model;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Exploration;

/// <summary>A mistake is found, and told as the shortest scenario that leads to it.</summary>
public class CounterExampleTests
{
    [Fact]
    public void A_job_that_is_cancelled_instead_of_saved_is_told_step_by_step()
    {
        var broken = Settings.AtRest with { Allows = disturbance => disturbance == Disturbance.JobStopIsAsked, DecideJob = CancellingInstead };
        Golden.Match(string.Join('\n', new Explorer(broken).Run().CounterExamples), "Counter_example_of_a_cancelled_job");
    }

    [Fact]
    public void A_job_that_never_comes_to_rest_is_told_as_well()
    {
        var broken = Settings.AtRest with { Allows = disturbance => disturbance == Disturbance.JobStopIsAsked, DecideJob = Forgetful };
        Assert.Contains(new Explorer(broken).Run().CounterExamples, text => text.StartsWith("never at rest", StringComparison.Ordinal));
    }

    static Decision<JobStatus> CancellingInstead(JobSnapshot snapshot)
    {
        var decision = JobDecide.Decide(snapshot);
        return decision.Rule == "StopWithSavepoint" ? decision with { Commands = Seq1<Command>(new Command.Flink.CancelJob(snapshot.Status.JobId)) } : decision;
    }

    // Requests are carried out and stay recorded all the same.
    static Decision<JobStatus> Forgetful(JobSnapshot snapshot)
    {
        var decision = JobDecide.Decide(snapshot);
        return decision with { Status = decision.Status with { Request = decision.Status.Request || snapshot.Status.Request } };
    }
}
