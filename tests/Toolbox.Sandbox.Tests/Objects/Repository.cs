namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Where the sources and the shared reference material are, seen from the test's output folder.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Toolbox.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? FindRoot(parent)
        : throw new InvalidOperationException($"no Toolbox.sln above {AppContext.BaseDirectory}");
}
