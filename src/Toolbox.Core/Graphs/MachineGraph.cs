using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Graphs;

/// <summary>
/// A machine as a picture, drawn from its rule tables: states are nodes, an edge carries the names of the rules that lead along it.
/// Rules that stay in their state are not drawn; the rule book (<see cref="RuleBook"/>) lists them.
/// </summary>
/// <param name="Name">One word, the graph's name.</param>
/// <param name="States">In the order of their tables.</param>
public sealed record MachineGraph(string Name, Seq<SupervisorStatus> States, Seq<GraphEdge> Edges)
{
    public static MachineGraph Cluster() => From("cluster", ClusterRules.Tables);

    public static MachineGraph Job() => From("job", JobRules.Tables);

    /// <summary>Graphviz dot (https://graphviz.org/doc/info/lang.html).</summary>
    /// <param name="lit">The state to highlight: the one that a resource is in.</param>
    public string ToDot(SupervisorStatus? lit = null) => DotText.Of(this, lit);

    /// <summary>A mermaid state diagram (https://mermaid.js.org/syntax/stateDiagram.html).</summary>
    /// <param name="lit">The state to highlight: the one that a resource is in.</param>
    public string ToMermaid(SupervisorStatus? lit = null) => MermaidText.Of(this, lit);

    static MachineGraph From<TSnapshot, TFacts, TStatus>(string name, IReadOnlyList<RuleTable<TSnapshot, TFacts, TStatus>> tables) =>
        new(name, tables.Select(table => table.State).ToSeq().Strict(), tables.SelectMany(EdgesOf).ToSeq().Strict());

    static IEnumerable<GraphEdge> EdgesOf<TSnapshot, TFacts, TStatus>(RuleTable<TSnapshot, TFacts, TStatus> table) =>
        table.Rules.SelectMany(rule => rule.LeadsTo.Select(target => (Target: target, rule.Name)))
            .Where(step => step.Target != table.State)
            .GroupBy(step => step.Target)
            .OrderBy(group => group.Key)
            .Select(group => new GraphEdge(table.State, group.Key, group.Select(step => step.Name).ToSeq().Strict()));
}
