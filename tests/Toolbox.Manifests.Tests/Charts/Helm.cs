using System.Diagnostics;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>The real helm, which <c>tools/install</c> puts into <c>.cache/bin</c>.</summary>
static class Helm
{
    static readonly string Executable = Path.Combine(RepositoryFiles.Root, ".cache", "bin", "helm");

    /// <summary>Why it cannot be asked, or null.</summary>
    public static string? Missing => File.Exists(Executable) ? null : "No helm: tools/install fetches it.";

    /// <summary>What a chart renders in the namespace flink-operator, with values as <c>--set</c> takes them.</summary>
    public static async Task<string> Template(string chart, params string[] values)
    {
        var (exitCode, text) = await TryTemplate(chart, values);
        Assert.True(exitCode == 0, text);
        return text;
    }

    /// <summary>The same for values that may be refused.</summary>
    public static Task<(int ExitCode, string Output)> TryTemplate(string chart, params string[] values) =>
        Run(["template", "toolbox", chart, "--namespace", "flink-operator", .. values.SelectMany(value => new[] { "--set", value })]);

    /// <summary>Runs helm in the folder of the charts; gives its exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        using var helm = new Process
        {
            StartInfo = new ProcessStartInfo(Executable, arguments)
            {
                WorkingDirectory = Path.Combine(RepositoryFiles.Root, "helm"),
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // Below it helm keeps what API servers told of themselves, and those of tests are gone soon.
                Environment = { ["HOME"] = Path.GetTempPath() }
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
