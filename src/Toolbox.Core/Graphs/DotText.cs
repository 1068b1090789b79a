using System.Text;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Graphs;

static class DotText
{
    // Names of states and rules are PascalCase words, so nothing needs an escape.
    public static string Of(MachineGraph graph, SupervisorStatus? lit)
    {
        var text = new StringBuilder();
        text.Append($"digraph {graph.Name} {{\n");
        text.Append("  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\"];\n");
        text.Append("  edge [fontname=\"Helvetica\", fontsize=10];\n");
        foreach (var state in graph.States)
            text.Append(state == lit ? $"  {state} [fillcolor=gold, penwidth=2];\n" : $"  {state};\n");
        foreach (var edge in graph.Edges)
            text.Append($"  {edge.From} -> {edge.To} [label=\"{string.Join("\\n", edge.Rules)}\"];\n");
        return text.Append("}\n").ToString();
    }
}
