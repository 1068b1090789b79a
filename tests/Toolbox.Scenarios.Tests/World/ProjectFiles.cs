namespace Toolbox.Scenarios.Tests.World;

/// <summary>Files of the project that the tests apply as they are.</summary>
static class ProjectFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>A sample under another name: names of resources and paths of savepoints follow.</summary>
    public static string Sample(string file, string from, string to) => Text($"samples/{file}").Replace(from, to, StringComparison.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Definitions() =>
        Directory.EnumerateFiles(Path.Combine(Root, "helm/flink-k8s-toolbox-crd/templates"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Toolbox.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
