namespace Toolbox.Core.Tests;

/// <summary>Files of the project that are generated and under test, and the reference beside it.</summary>
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

    /// <summary>A file of the reference material, which is kept beside the project and not in it.</summary>
    public static string Reference(string path) => Path.GetFullPath(Path.Combine(Root, "..", "shared", "reference", path));

    /// <summary>That such a file is not there, or null.</summary>
    public static string? MissingReference(string path) => File.Exists(Reference(path)) ? null : $"The reference is not beside the project: {Reference(path)}";

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Toolbox.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run outside the project's folder");
    }
}
