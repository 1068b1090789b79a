using System.Diagnostics;

namespace Toolbox.Cli.Tests.Processes;

/// <summary>The real kubectl or helm, which <c>tools/install</c> puts into <c>.cache/bin</c>, with a kubeconfig and a home of its own.</summary>
sealed class InstalledTool(string name, string kubeconfig, string home)
{
    /// <summary>Whether both are there; says so where they are not.</summary>
    public static bool AreThere()
    {
        var missing = new[] { "kubectl", "helm" }.Where(name => !File.Exists(PathOf(name))).ToArray();
        if (missing.Length > 0) Console.WriteLine($"skipped: {string.Join(" and ", missing)} missing; tools/install fetches them");
        return missing.Length == 0;
    }

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
