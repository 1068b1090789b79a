using Toolbox.KubernetesApi;
using Toolbox.Sandbox;

namespace Toolbox.Cli;

/// <summary>What cannot be done with what was given ends in one clear line and exit code 2.</summary>
static class Refusals
{
    public static async Task<int> Guard(Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception error) when (error is ApiConnectionException or SandboxException or RefusalException)
        {
            return await Say(error.Message);
        }
    }

    public static async Task<int> Say(string message)
    {
        // Messages of the operating system may have several lines.
        await Console.Error.WriteLineAsync($"flinkctl: {message.ReplaceLineEndings(" ")}");
        return ExitCodes.Usage;
    }
}
