using System.CommandLine;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli;

/// <summary>flinkctl from its arguments to its exit code.</summary>
public static class CommandLineEntry
{
    /// <summary>Runs one command line.</summary>
    /// <param name="output">Where results go; without it standard output.</param>
    /// <param name="error">Where refusals and progress go; without it standard error.</param>
    /// <returns>One of <see cref="ExitCodes"/>, or what the command says.</returns>
    public static async Task<int> Run(string[] arguments, TextWriter? output = null, TextWriter? error = null)
    {
        var configuration = new InvocationConfiguration
        {
            Output = output ?? Console.Out,
            Error = error ?? Console.Error,
            // Whoever is told to end gives leases back and ends what it started.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
        };
        var parsed = CommandTree.Create().Parse(arguments);
        return UsageErrors.Any(parsed) ? await UsageErrors.Say(parsed, configuration) : await parsed.InvokeAsync(configuration);
    }
}
