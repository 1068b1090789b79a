namespace Toolbox.Architecture.Tests;

/// <summary>The project's files as they lie on disk, without what a build or a package manager made.</summary>
static class Repository
{
    static readonly string[] Generated = ["bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static readonly string Root = FindRoot();

    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Files("*.cs").Select(path => new SourceFile(path, File.ReadAllLines(Path.Combine(Root, path)))).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static IReadOnlyList<string> Projects { get; } = [.. Files("*.csproj").Order(StringComparer.Ordinal)];

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        new[] { "src", "tests", "tools" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(Generated).Any());

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Toolbox.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run outside the project's folder");
    }
}
