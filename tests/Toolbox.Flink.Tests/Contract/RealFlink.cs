namespace Toolbox.Flink.Tests.Contract;

/// <summary>Where real Flink distributions are: FLINK_HOME, else the folders of `../shared/flink` beside the project.</summary>
static class RealFlink
{
    public static string Root { get; } = FindRoot();

    /// <summary>Script that starts a cluster on loopback addresses.</summary>
    public static string Script { get; } = Path.GetFullPath(Path.Combine(Root, "../shared/flink/cluster.sh"));

    public static IReadOnlyList<string> Homes { get; } = FindHomes();

    /// <summary>Why real Flink cannot be tested here, or null.</summary>
    public static string? Missing =>
        !File.Exists(Script) ? $"No real Flink: {Script} is missing."
        : Homes.Count == 0 ? "No real Flink: set FLINK_HOME or put distributions beside cluster.sh."
        : new[] { "java", "javac", "timeout" }.FirstOrDefault(tool => !OnPath(tool)) is { } tool ? $"No real Flink: {tool} is not on the PATH."
        : null;

    static IReadOnlyList<string> FindHomes()
    {
        if (Environment.GetEnvironmentVariable("FLINK_HOME") is { Length: > 0 } home) return [home];
        var folder = Path.GetDirectoryName(Script)!;
        return Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Where(item => Directory.Exists(Path.Combine(item, "lib"))).Order()] : [];
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Toolbox.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Toolbox.sln is in no folder above the tests.");
        return folder.FullName;
    }

    static bool OnPath(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)));
}
