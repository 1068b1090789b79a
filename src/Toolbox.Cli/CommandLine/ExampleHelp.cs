using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Toolbox.Cli.CommandLine;

/// <summary>The usual help, followed by the examples of the command.</summary>
sealed class ExampleHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Puts this help in place of the usual one, for all commands below the root.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options)
            if (option is HelpOption { Action: HelpAction usual } help) help.Action = new ExampleHelp(usual);
    }

    /// <summary>Help is asked for; errors of the rest of the command line do not count then.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        // Output that is no terminal has no width; a fixed one keeps what scripts and tests read the same everywhere.
        if (Console.IsOutputRedirected) usual.MaxWidth = 120;
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not ExampleCommand { Examples: { Length: > 0 } examples }) return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }
}
