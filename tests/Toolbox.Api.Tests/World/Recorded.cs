using System.Runtime.CompilerServices;

namespace Toolbox.Api.Tests.World;

/// <summary>Recorded answers of the first toolbox, in the reference beside the project.</summary>
static class Recorded
{
    public static string Folder { get; } = Path.Combine(Root(), "..", "shared", "reference", "original-run", "rest");

    public static string File(string name) => Path.Combine(Folder, name);

    static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
