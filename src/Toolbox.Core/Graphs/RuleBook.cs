using System.Text;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Supervision;

namespace Toolbox.Core.Graphs;

/// <summary>All rule tables as text, in their order: what the documentation shows and what a user may look up after a rule's name in a status.</summary>
public static class RuleBook
{
    /// <summary>The tables in Markdown.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder("# Rules\n\n");
        text.Append("For every decision the first rule of a table whose condition holds decides. `status.decision.rule` and the reasons of events\n");
        text.Append("name it; `flinkctl explain` shows which rules hold for a resource. A comma in a condition means \"and\". This page is written by\n");
        text.Append("`tools/graphs` from the tables themselves.\n");
        Append(text, "FlinkCluster", ClusterRules.Tables);
        Append(text, "FlinkJob", JobRules.Tables);
        Append(text, "FlinkDeployment", DeploymentRules.Table);
        Append(text, "Supervisor of a FlinkCluster", SupervisionRules.Table);
        Append(text, "What a FlinkCluster or FlinkJob left behind", OrphanRules.Table);
        return text.ToString();
    }

    static void Append<TSnapshot, TFacts, TStatus>(StringBuilder text, string title, IReadOnlyList<RuleTable<TSnapshot, TFacts, TStatus>> tables)
    {
        text.Append($"\n## {title}\n");
        foreach (var table in tables)
        {
            text.Append($"\n### {title} in state {table.State}\n\n| # | rule | holds when | leads to |\n| ---: | --- | --- | --- |\n");
            foreach (var (rule, index) in table.Rules.Select((rule, index) => (rule, index)))
                text.Append($"| {index + 1} | {rule.Name} | {rule.Condition.Text} | {string.Join(", ", rule.LeadsTo)} |\n");
        }
    }

    static void Append<TSnapshot, TFacts, TStatus>(StringBuilder text, string title, RuleTable<TSnapshot, TFacts, TStatus> table)
    {
        text.Append($"\n## {title}\n\n| # | rule | holds when |\n| ---: | --- | --- |\n");
        foreach (var (rule, index) in table.Rules.Select((rule, index) => (rule, index)))
            text.Append($"| {index + 1} | {rule.Name} | {rule.Condition.Text} |\n");
    }
}
