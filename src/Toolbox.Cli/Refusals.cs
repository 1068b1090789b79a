using System.CommandLine;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox;

namespace Toolbox.Cli;

/// <summary>What cannot be done ends in one clear line: with exit code 2 when what was given is wrong, with 1 when it failed.</summary>
static class Refusals
{
    public static Task<int> Guard(Func<Task<int>> action) => Guard(Console.Error, action);

    public static Task<int> Guard(ParseResult parsed, Func<Task<int>> action) => Guard(parsed.InvocationConfiguration.Error, action);

    public static Task<int> Say(string message) => Say(Console.Error, message);

    static async Task<int> Guard(TextWriter output, Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (FailureException error)
        {
            return await Say(output, error.Message, ExitCodes.Failed);
        }
        catch (Exception error) when (error is ApiConnectionException or SandboxException or RefusalException)
        {
            return await Say(output, error.Message);
        }
    }

    public static async Task<int> Say(TextWriter output, string message, int code = ExitCodes.Usage)
    {
        // Messages of the operating system may have several lines.
        await output.WriteLineAsync($"flinkctl: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}
