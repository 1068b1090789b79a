using System.Diagnostics;

namespace Toolbox.Cli.Tests.Processes;

/// <summary>The real kubectl or helm, which <c>tools/install</c> puts into <c>.cache/bin</c>, with a kubeconfig and a home of its own.</summary>
sealed class InstalledTool(string name, string kubeconfig, string home)
{
    /// <summary>Which of the two are not there, or null.</summary>
    public static string? Missing =>
        new[] { "kubectl", "helm" }.Where(name => !File.Exists(PathOf(name))).ToArray() is { Length: > 0 } names
            ? $"No {string.Join(" and no ", names)}: tools/install fetches both."
            : null;

    /// <summary>Runs a command line that must succeed, from the project's root; gives its output.</summary>
    public async Task<string> Run(string arguments)
    {
        var info = new ProcessStartInfo(PathOf(name), arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            WorkingDirectory = Samples.Root(), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        info.Environment["KUBECONFIG"] = kubeconfig;
        info.Environment["HOME"] = home;
        using var process = Process.Start(info)!;
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        var text = await output + await errors;
        Assert.True(process.ExitCode == 0, $"{name} {arguments} ends with {process.ExitCode}:\n{text}");
        return text;
    }

    static string PathOf(string name) => Path.Combine(Samples.Root(), ".cache", "bin", name);
}
