using System.Runtime.CompilerServices;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Supervision;

namespace Toolbox.Core.Tests.Rules;

/// <summary>The last row of a table always decides, so that no snapshot is left without a decision.</summary>
public class LastRowTests
{
    [Fact]
    public void The_last_row_of_every_table_of_a_cluster_always_holds() => Assert.All(ClusterRules.Tables, table =>
        AlwaysHolds(table, Situations.Situations.Snapshots<ClusterSnapshot>().Select(ClusterFacts.From)));

    [Fact]
    public void The_last_row_of_every_table_of_a_job_always_holds() => Assert.All(JobRules.Tables, table =>
        AlwaysHolds(table, Situations.Situations.Snapshots<JobSnapshot>().Select(JobFacts.From)));

    [Fact]
    public void The_last_row_of_a_deployment_always_holds() =>
        AlwaysHolds(DeploymentRules.Table, Situations.Situations.Snapshots<DeploymentSnapshot>().Select(DeploymentFacts.From));

    [Fact]
    public void The_last_row_of_a_supervision_always_holds() =>
        AlwaysHolds(SupervisionRules.Table, Situations.Situations.Snapshots<SupervisionSnapshot>().Select(SupervisionFacts.From));

    [Fact]
    public void The_last_row_of_an_orphan_always_holds() =>
        AlwaysHolds(OrphanRules.Table, Situations.Situations.Snapshots<OrphanSnapshot>().Select(OrphanFacts.From));

    [Fact]
    public void A_table_whose_last_row_does_not_hold_says_so()
    {
        var table = new RuleTable<int, int, string>(Core.Resources.SupervisorStatus.Started, new Rule<int, int, string>("Never", _ => false, (_, _) => throw new InvalidOperationException()));
        Assert.Contains("Started", Assert.Throws<InvalidOperationException>(() => table.FirstMatch(1)).Message, StringComparison.Ordinal);
    }

    // Facts that no snapshot has given a value are the emptiest ones there can be.
    static void AlwaysHolds<TSnapshot, TFacts, TStatus>(RuleTable<TSnapshot, TFacts, TStatus> table, IEnumerable<TFacts> facts) => Assert.All(
        facts.Append((TFacts)RuntimeHelpers.GetUninitializedObject(typeof(TFacts))), item => Assert.True(table.Rules[^1].When(item)));
}
