using Toolbox.Core.Cluster;
using Toolbox.Core.Explanations;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Explanations;

/// <summary>A deadline is the moment at which the fact changes, in every named situation.</summary>
public class DeadlineTests
{
    static readonly TimeSpan Moments = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void Facts_of_jobs_become_true_at_their_deadlines() => Assert.NotEqual(0, Situations.Situations.Snapshots<JobSnapshot>().Sum(snapshot =>
        Changes(Deadlines.Of(snapshot, JobFacts.From(snapshot)), now => FactReading.Of(JobFacts.From(snapshot with { Now = now })))));

    [Fact]
    public void Facts_of_clusters_become_true_at_their_deadlines() => Assert.NotEqual(0, Situations.Situations.Snapshots<ClusterSnapshot>().Sum(snapshot =>
        Changes(Deadlines.Of(snapshot, ClusterFacts.From(snapshot)), now => FactReading.Of(ClusterFacts.From(snapshot with { Now = now })))));

    [Fact]
    public void A_job_that_waits_for_its_next_try_says_until_when()
    {
        var deadline = Assert.Single(Explained(Jobs.AStartedJob().WithChangedBootstrap().WithFailures(2)));
        Assert.Equal((nameof(JobFacts.RetryIsDue), Moment.JustNow + Retry.RetryPolicy.Delay(2)), (deadline.Fact, deadline.At));
    }

    [Fact]
    public void A_stopped_job_that_comes_back_by_itself_says_when()
    {
        var deadline = Assert.Single(Explained(Jobs.AStoppedJob(StopIntent.Fail).ChangedJustNow()));
        Assert.Equal((nameof(JobFacts.RestartDelayIsOver), Moment.JustNow + Jobs.Spec.RestartDelay), (deadline.Fact, deadline.At));
    }

    static Deadline[] Explained(JobSnapshot snapshot) => [.. JobExplaining.Explain(snapshot, LanguageExt.Seq<ExplainedPod>.Empty).Deadlines];

    static int Changes(LanguageExt.Seq<Deadline> deadlines, Func<DateTimeOffset, LanguageExt.Seq<NamedFact>> facts)
    {
        foreach (var deadline in deadlines)
        {
            Assert.Equal("false", Value(facts(deadline.At - Moments), deadline.Fact));
            Assert.Equal("true", Value(facts(deadline.At + Moments), deadline.Fact));
        }
        return deadlines.Count;
    }

    static string Value(LanguageExt.Seq<NamedFact> facts, string name) => facts.Find(fact => fact.Name == name).Map(fact => fact.Value).IfNone("");
}
