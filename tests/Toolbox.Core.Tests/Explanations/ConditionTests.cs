using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Explanations;
using Toolbox.Core.Job;
using Toolbox.Core.Supervision;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Explanations;

/// <summary>The words of a condition say what its code does.</summary>
public class ConditionTests
{
    [Fact]
    public void What_is_said_of_cluster_rules_is_true() => Assert.All(ClusterRules.Tables, table => Agrees(table, Snapshots<ClusterSnapshot>().Select(ClusterFacts.From)));

    [Fact]
    public void What_is_said_of_job_rules_is_true() => Assert.All(JobRules.Tables, table => Agrees(table, Snapshots<JobSnapshot>().Select(JobFacts.From)));

    [Fact]
    public void What_is_said_of_deployment_rules_is_true() => Agrees(DeploymentRules.Table, Snapshots<DeploymentSnapshot>().Select(DeploymentFacts.From));

    [Fact]
    public void What_is_said_of_supervision_rules_is_true() => Agrees(SupervisionRules.Table, Snapshots<SupervisionSnapshot>().Select(SupervisionFacts.From));

    [Fact]
    public void Every_fact_is_listed()
    {
        Lists(Snapshots<ClusterSnapshot>().Select(ClusterFacts.From).First());
        Lists(Snapshots<JobSnapshot>().Select(JobFacts.From).First());
        Lists(Snapshots<DeploymentSnapshot>().Select(DeploymentFacts.From).First());
        Lists(Snapshots<SupervisionSnapshot>().Select(SupervisionFacts.From).First());
    }

    [Theory]
    [InlineData("facts => facts is { IsDeleting: true, RetryIsDue: false }", "IsDeleting, not RetryIsDue", "IsDeleting RetryIsDue")]
    [InlineData("facts => facts.Flink is FlinkFact.Silent or FlinkFact.Gone", "Flink is Silent or Gone", "Flink")]
    [InlineData("facts => facts.Request == RequestFact.Stop && !facts.ComesBack", "Request is Stop, not ComesBack", "Request ComesBack")]
    [InlineData("facts => facts.Bootstrap is not (BootstrapFact.Absent or BootstrapFact.Stale)", "Bootstrap is not (Absent or Stale)", "Bootstrap")]
    [InlineData("_ => true", "always", "")]
    public void Conditions_read_as_sentences(string source, string text, string facts)
    {
        var condition = new RuleCondition(source);
        Assert.Equal(text, condition.Text);
        Assert.Equal(facts, string.Join(' ', condition.Facts));
    }

    static IEnumerable<TSnapshot> Snapshots<TSnapshot>() => Situations.Situations.Snapshots<TSnapshot>();

    // A rule whose parts can all be judged by their words must hold exactly when they all do; of one that does not hold, something is blamed.
    static void Agrees<TSnapshot, TFacts, TStatus>(RuleTable<TSnapshot, TFacts, TStatus> table, IEnumerable<TFacts> all) where TFacts : class
    {
        foreach (var facts in all)
        {
            var named = FactReading.Of(facts);
            foreach (var rule in table.Rules)
            {
                Assert.All(rule.Condition.Facts, name => Assert.True(named.Exists(fact => fact.Name == name), $"{rule.Name} reads {name}, which is no fact"));
                var parts = ConditionParts.Split(rule.Condition.Text).Map(part => ConditionParts.Judge(part, named));
                if (parts.ForAll(part => part.IsSome)) Assert.True(rule.When(facts) == parts.ForAll(part => part == Some(true)), $"{rule.Name}: {rule.Condition.Text}");
                if (!rule.When(facts)) Assert.All(ConditionParts.Failing(rule.Condition, named), failed => Assert.False(failed.Facts.IsEmpty, $"{rule.Name}: {failed.Condition}"));
            }
        }
    }

    static void Lists<TFacts>(TFacts facts) where TFacts : class =>
        Assert.Equal(typeof(TFacts).GetProperties().Select(property => property.Name).Order(), FactReading.Of(facts).Map(fact => fact.Name).Order());
}
