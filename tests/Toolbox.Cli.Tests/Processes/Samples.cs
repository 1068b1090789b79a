namespace Toolbox.Cli.Tests.Processes;

/// <summary>The project's samples.</summary>
static class Samples
{
    public static string File(string name) => Path.Combine(Root(), "samples", name);

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Toolbox.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
