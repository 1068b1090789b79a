using System.Text;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Graphs;

static class MermaidText
{
    public static string Of(MachineGraph graph, SupervisorStatus? lit)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in graph.States) text.Append($"  {state}\n");
        foreach (var edge in graph.Edges) text.Append($"  {edge.From} --> {edge.To}: {string.Join("<br/>", edge.Rules)}\n");
        if (lit is { } current) text.Append($"  classDef lit fill:gold,stroke-width:2px\n  class {current} lit\n");
        return text.ToString();
    }
}
