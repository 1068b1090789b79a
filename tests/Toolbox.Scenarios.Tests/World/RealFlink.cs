using System.Diagnostics;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>Flink distributions: those of FLINK_HOME, separated by colons, else the folders beside the project.</summary>
static class RealFlink
{
    public static IReadOnlyList<string> Homes { get; } = FindHomes();

    /// <summary>Their versions, one at least so that a theory that is skipped has a case.</summary>
    public static TheoryData<string> Versions => Homes.Count == 0 ? ["none"] : [.. Homes.Select(VersionOf)];

    public static string Newest => Homes.Count == 0 ? "none" : VersionOf(Homes[^1]);

    /// <summary>Why real Flink cannot be tested here, or null.</summary>
    public static string? Missing =>
        ScenarioWorld.IsForeign ? "Real Flink is tested in a sandbox of its own, not on the cluster that TOOLBOX_KUBECONFIG names."
        : Homes.Count == 0 ? "No real Flink: set FLINK_HOME."
        : new[] { "java", "javac" }.FirstOrDefault(tool => !OnPath(tool)) is { } tool ? $"No real Flink: {tool} is not on the PATH."
        : null;

    public static string HomeOf(string version) => Homes.Single(home => VersionOf(home) == version);

    /// <summary>A sample with the image of another version.</summary>
    public static string Sample(string file, string version) =>
        ProjectFiles.Text($"samples/{file}").Replace("flink:1.20.5", $"flink:{version}", StringComparison.Ordinal);

    /// <summary>Runs a script of the project to its end; gives its output.</summary>
    public static async Task<(int Code, string Output)> Run(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(ProjectFiles.Root, script), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, output.Trim() + await errors);
    }

    static string VersionOf(string home) => Path.GetFileName(home.TrimEnd('/'));

    static IReadOnlyList<string> FindHomes()
    {
        if (Environment.GetEnvironmentVariable("FLINK_HOME") is { Length: > 0 } given) return given.Split(':', StringSplitOptions.RemoveEmptyEntries);
        var folder = Path.GetFullPath(Path.Combine(ProjectFiles.Root, "../shared/flink"));
        return Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Where(item => Directory.Exists(Path.Combine(item, "lib"))).Order(StringComparer.Ordinal)] : [];
    }

    static bool OnPath(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)));
}
