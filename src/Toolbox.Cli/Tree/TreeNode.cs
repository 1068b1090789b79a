using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;

namespace Toolbox.Cli.Tree;

/// <summary>One line of a tree, and what hangs below it.</summary>
/// <param name="Label">Short kind and name, for example <c>fj/cluster-1-job-1</c>.</param>
sealed record TreeNode(string Label, Health Health, IReadOnlyList<TreeNode> Below)
{
    public void Draw(Terminal terminal) => Draw(terminal, "", "");

    void Draw(Terminal terminal, string first, string rest)
    {
        var detail = Health.Detail.Length == 0 ? "" : $"  {terminal.Paint(Tone.Quiet, Health.Detail.ReplaceLineEndings(" "))}";
        terminal.Output.WriteLine($"{terminal.Paint(Tone.Quiet, first)}{Label}  {terminal.Paint(Health.Tone, Health.Text)}{detail}");
        for (var index = 0; index < Below.Count; index++)
        {
            var isLast = index == Below.Count - 1;
            Below[index].Draw(terminal, rest + (isLast ? "└─ " : "├─ "), rest + (isLast ? "   " : "│  "));
        }
    }
}
