using System.Runtime.CompilerServices;

namespace Toolbox.Manifests.Tests;

/// <summary>Files of the repository, found from where this source file is.</summary>
static class RepositoryFiles
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
