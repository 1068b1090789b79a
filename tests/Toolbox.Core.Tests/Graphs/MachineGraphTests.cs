using System.Xml.Linq;
using Toolbox.Core.Graphs;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Tests.Graphs;

public class MachineGraphTests
{
    public static TheoryData<string> Machines => ["cluster", "job"];

    [Theory, MemberData(nameof(Machines))]
    public void The_checked_in_dot_file_is_the_export(string name) => ProjectFiles.Match(Graph(name).ToDot(), $"docs/graphs/{name}.dot");

    [Theory, MemberData(nameof(Machines))]
    public void The_checked_in_mermaid_file_is_the_export(string name) => ProjectFiles.Match(Graph(name).ToMermaid(), $"docs/graphs/{name}.mmd");

    [Theory, MemberData(nameof(Machines))]
    public void The_checked_in_image_shows_every_rule_of_the_export(string name)
    {
        var file = Path.Combine(ProjectFiles.Root, $"docs/graphs/{name}.svg");
        Assert.True(File.Exists(file), $"docs/graphs/{name}.svg is missing: run tools/graphs");
        var shown = XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToHashSet();
        var graph = Graph(name);
        var expected = graph.States.Map(state => state.ToString()) + graph.Edges.Bind(edge => edge.Rules);
        Assert.Empty(expected.Filter(text => !shown.Contains(text)));
    }

    [Fact]
    public void The_rule_book_is_the_export() => ProjectFiles.Match(RuleBook.ToMarkdown(), "docs/rules.md");

    [Theory, MemberData(nameof(Machines))]
    public void One_state_is_lit(string name)
    {
        var graph = Graph(name);
        Golden.Match(graph.ToDot(SupervisorStatus.Started) + "\n" + graph.ToMermaid(SupervisorStatus.Started), $"MachineGraph_{name}_lit");
    }

    static MachineGraph Graph(string name) => name == "cluster" ? MachineGraph.Cluster() : MachineGraph.Job();
}
