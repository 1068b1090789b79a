using System.Diagnostics;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>A command of the built flinkctl that ended, with what it wrote.</summary>
sealed record FlinkctlRun(int Code, string Output, string Errors)
{
    /// <summary>The one that TOOLBOX_FLINKCTL names (such as the native executable), or the one that was built beside the tests.</summary>
    public static string Executable { get; } = Environment.GetEnvironmentVariable("TOOLBOX_FLINKCTL") is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.Combine(AppContext.BaseDirectory, "flinkctl");

    /// <summary>Runs a command against the world's API server and namespace, to its end.</summary>
    public static async Task<FlinkctlRun> Of(ScenarioWorld world, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, [.. arguments, "--namespace", world.Namespace, "--kubeconfig", world.KubeconfigPath])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(world.Patience);
        await process.WaitForExitAsync(limit.Token);
        return new FlinkctlRun(process.ExitCode, output, await errors);
    }
}
