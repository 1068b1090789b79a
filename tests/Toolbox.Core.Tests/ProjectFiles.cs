namespace Toolbox.Core.Tests;

/// <summary>Files of the project that are generated and under test.</summary>
static class ProjectFiles
{
    public static readonly string Root = FindRoot();

    /// <summary>Compares with the checked-in file; TOOLBOX_WRITE_SNAPSHOTS=1 writes it anew first.</summary>
    public static void Match(string text, string path)
    {
        var file = Path.Combine(Root, path);
        if (Golden.MayWrite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        Assert.True(File.Exists(file), $"{path} is missing: run tools/graphs");
        Assert.True(File.ReadAllText(file) == text, $"{path} is not what the rule tables say: run tools/graphs");
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Toolbox.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run outside the project's folder");
    }
}
