namespace Toolbox.Sandbox.Node.Volumes;

/// <summary>
/// The root of a container as a folder of links: what stands at <c>/flink-jobs.jar</c> in a real container stands at <c>ROOT/flink-jobs.jar</c>.
/// A link stands for a mount; a folder is opened up into links to its entries where a mount lies inside of it. Read-only is not enforced.
/// </summary>
public sealed class RootFolder
{
    public RootFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>Shows every file and folder of an image at the top of the root.</summary>
    public void AddImage(string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(System.IO.Path.GetFullPath(folder)))
            Mount("/" + System.IO.Path.GetFileName(entry), entry);
    }

    /// <summary>Shows a file or folder at an absolute path of the container; a later mount hides an earlier one.</summary>
    /// <exception cref="IOException">The path leaves the root, or the disk refuses it.</exception>
    public void Mount(string path, string target)
    {
        var full = System.IO.Path.GetFullPath(System.IO.Path.Join(Path, path)).TrimEnd(System.IO.Path.DirectorySeparatorChar);
        if (!full.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new IOException($"the mount path '{path}' is not inside of the container");
        OpenParents(full);
        Remove(full);
        if (Directory.Exists(target))
            Directory.CreateSymbolicLink(full, target);
        else
            File.CreateSymbolicLink(full, target);
    }

    void OpenParents(string full)
    {
        var current = Path;
        foreach (var part in System.IO.Path.GetRelativePath(Path, System.IO.Path.GetDirectoryName(full)!).Split('/').Where(part => part != "."))
        {
            current = System.IO.Path.Combine(current, part);
            if (new DirectoryInfo(current).LinkTarget is { } target)
                Open(current, target);
            else
                Directory.CreateDirectory(current);
        }
    }

    static void Open(string link, string target)
    {
        Directory.Delete(link);
        Directory.CreateDirectory(link);
        foreach (var entry in Directory.EnumerateFileSystemEntries(target))
        {
            var name = System.IO.Path.Combine(link, System.IO.Path.GetFileName(entry));
            if (Directory.Exists(entry))
                Directory.CreateSymbolicLink(name, entry);
            else
                File.CreateSymbolicLink(name, entry);
        }
    }

    static void Remove(string path)
    {
        if (new FileInfo(path).LinkTarget is not null || File.Exists(path))
            File.Delete(path);
        else if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
