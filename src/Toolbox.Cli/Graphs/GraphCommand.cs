using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
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
        var command = new Command(name, $"The machine of a {name}.") { Format, Lit, Output };
        command.SetAction((parsed, cancellation) => Draw(graph(), parsed, cancellation));
        return command;
    }

    static async Task<int> Draw(MachineGraph graph, ParseResult parsed, CancellationToken cancellation)
    {
        var (format, lit) = (parsed.GetValue(Format)!, parsed.GetValue(Lit));
        await using var output = parsed.GetValue(Output) is { } file ? file.Create() : Console.OpenStandardOutput();
        if (format is "dot" or "mermaid")
        {
            await using var writer = new StreamWriter(output);
            await writer.WriteAsync(format == "dot" ? graph.ToDot(lit) : graph.ToMermaid(lit));
            return ExitCodes.Done;
        }
        return await Graphviz(graph.ToDot(lit), format, output, cancellation);
    }

    static async Task<int> Graphviz(string dot, string format, Stream output, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dot", [$"-T{format}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            var copying = process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
            await process.StandardInput.WriteAsync(dot);
            process.StandardInput.Close();
            await copying;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (Win32Exception)
        {
            return await Refusals.Say($"--format {format} needs Graphviz: there is no 'dot' on the PATH");
        }
    }

    static Option<string> Choice(string name, string description, string initial, params string[] allowed)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => initial };
        option.AcceptOnlyFromAmong(allowed);
        return option;
    }
}
