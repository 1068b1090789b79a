using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;

namespace Toolbox.Core.Tests.Rules;

public class TruthTableTests
{
    public static TheoryData<SupervisorStatus> States => [.. Enum.GetValues<SupervisorStatus>()];

    [Theory, MemberData(nameof(States))]
    public void A_cluster_is_decided_about_as_agreed_for_all_facts(SupervisorStatus state) => Agreed($"Cluster_{state}", Of($"Cluster {state}", ClusterRules.For(state)));

    [Theory, MemberData(nameof(States))]
    public void A_job_is_decided_about_as_agreed_for_all_facts(SupervisorStatus state) => Agreed($"Job_{state}", Of($"Job {state}", JobRules.For(state)));

    [Fact]
    public void A_deployment_is_decided_about_as_agreed_for_all_facts() => Agreed("Deployment", Of("Deployment", DeploymentRules.Table));

    [Fact]
    public void A_supervision_is_decided_about_as_agreed_for_all_facts() => Agreed("Supervision", Of("Supervision", SupervisionRules.Table));

    // A row that decides for no combination of facts at all is dead.
    static void Agreed<TFacts>(string name, TruthTable<TFacts> table) where TFacts : class
    {
        var text = table.Text();
        Assert.DoesNotContain(" decides 0\n", text, StringComparison.Ordinal);
        Golden.Match(text, $"Truth_{name}");
    }

    static TruthTable<TFacts> Of<TSnapshot, TFacts, TStatus>(string name, RuleTable<TSnapshot, TFacts, TStatus> table) where TFacts : class =>
        new(name, [.. table.Rules.Select(rule => (rule.Name, rule.When))]);
}
