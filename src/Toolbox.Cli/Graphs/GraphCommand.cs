using System.CommandLine;
using System.Text;
using Toolbox.Cli.CommandLine;
using Toolbox.Core.Graphs;
using Toolbox.Core.Resources;

namespace Toolbox.Cli.Graphs;

/// <summary><c>flinkctl graph cluster|job</c>: the state machines as pictures.</summary>
static class GraphCommand
{
    static readonly Option<string> Format = Choice("--format", "dot, mermaid, svg or png; the last two need Graphviz.", "dot", "dot", "mermaid", "svg", "png");
    static readonly Option<SupervisorStatus?> Lit = new("--state") { Description = "A state to highlight." };
    static readonly Option<FileInfo?> Output = new("--output", "-o") { Description = "File to write; without it standard output." };

    public static Command Create() => new("graph", "Draw a state machine.")
    {
        Of("cluster", MachineGraph.Cluster), Of("job", MachineGraph.Job),
    };

    static Command Of(string name, Func<MachineGraph> graph)
    {
        var command = new ExampleCommand(name, $"The machine of a {name}.")
        {
            Examples = [$"flinkctl graph {name} --format svg --output {name}.svg", $"flinkctl graph {name} --format mermaid --state Started"],
        };
        foreach (var option in (Option[])[Format, Lit, Output]) command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Refusals.Guard(() => Draw(graph(), parsed, cancellation)));
        return command;
    }

    // The picture is complete before a file is touched.
    static async Task<int> Draw(MachineGraph graph, ParseResult parsed, CancellationToken cancellation)
    {
        var (format, lit) = (parsed.GetValue(Format)!, parsed.GetValue(Lit));
        var picture = format switch
        {
            "dot" => Encoding.UTF8.GetBytes(graph.ToDot(lit)),
            "mermaid" => Encoding.UTF8.GetBytes(graph.ToMermaid(lit)),
            _ => await Graphviz.Draw(graph.ToDot(lit), format, cancellation),
        };
        if (parsed.GetValue(Output) is { } file) await Write(file, picture, cancellation);
        else await Console.OpenStandardOutput().WriteAsync(picture, cancellation);
        return ExitCodes.Done;
    }

    static async Task Write(FileInfo file, byte[] picture, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllBytesAsync(file.FullName, picture, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"--output {file}: {error.Message}", error);
        }
    }

    static Option<string> Choice(string name, string description, string initial, params string[] allowed)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => initial };
        option.AcceptOnlyFromAmong(allowed);
        return option;
    }
}
