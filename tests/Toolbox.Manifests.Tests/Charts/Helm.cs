using System.Diagnostics;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>The real helm, which <c>tools/install</c> puts into <c>.cache/bin</c>.</summary>
static class Helm
{
    static readonly string Executable = Path.Combine(RepositoryFiles.Root, ".cache", "bin", "helm");

    public static bool IsInstalled => File.Exists(Executable);

    /// <summary>Runs helm in the folder of the charts; gives its exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        using var helm = new Process
        {
            StartInfo = new ProcessStartInfo(Executable, arguments)
            {
                WorkingDirectory = Path.Combine(RepositoryFiles.Root, "helm"),
                RedirectStandardOutput = true,
                RedirectStandardError = true
            }
        };
        helm.Start();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = helm.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = helm.StandardError.ReadToEndAsync(limit.Token);
        await helm.WaitForExitAsync(limit.Token);
        return (helm.ExitCode, await output + await errors);
    }
}
