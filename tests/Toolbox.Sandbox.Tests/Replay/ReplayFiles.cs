using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>The checked-in files of the replay: set-up, scores, accepted differences.</summary>
public static class ReplayFiles
{
    /// <summary>The folder of the solution.</summary>
    public static string ProjectRoot { get; } = FindRoot();

    static string Folder => Path.Combine(ProjectRoot, "tests", "Toolbox.Sandbox.Tests", "Replay");

    public static JsonObject Read(string name) => (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!;

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Toolbox.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("no folder above the tests holds Toolbox.sln");
    }
}
