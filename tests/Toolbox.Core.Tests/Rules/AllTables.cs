using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Supervision;

namespace Toolbox.Core.Tests.Rules;

static class AllTables
{
    public static IReadOnlyList<TableRow> Cluster => [.. ClusterRules.Tables.SelectMany(table => RowsOf($"Cluster {table.State}", table))];

    public static IReadOnlyList<TableRow> Job => [.. JobRules.Tables.SelectMany(table => RowsOf($"Job {table.State}", table))];

    public static IReadOnlyList<TableRow> Deployment => RowsOf("Deployment", DeploymentRules.Table);

    public static IReadOnlyList<TableRow> Supervision => RowsOf("Supervision", SupervisionRules.Table);

    public static IReadOnlyList<TableRow> Orphan => RowsOf("Orphan", OrphanRules.Table);

    public static IReadOnlyList<TableRow> Rows => [.. Cluster, .. Job, .. Deployment, .. Supervision, .. Orphan];

    static IReadOnlyList<TableRow> RowsOf<TSnapshot, TFacts, TStatus>(string name, RuleTable<TSnapshot, TFacts, TStatus> table) =>
        [.. table.Rules.Select(rule => new TableRow(name, table.State, rule.Name, rule.LeadsTo))];
}
