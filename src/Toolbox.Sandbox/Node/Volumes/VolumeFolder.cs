namespace Toolbox.Sandbox.Node.Volumes;

/// <summary>Brings a volume onto the disk.</summary>
public static class VolumeFolder
{
    /// <summary>Sets the volume up and returns where its content lies; content that is there already is renewed, files of emptyDirs stay.</summary>
    /// <param name="own">The folder that this volume may use.</param>
    /// <param name="disk">
    /// The folder that stands for the node's disk: what a hostPath asks to be made is made in it, so that no pod writes to the root of this
    /// machine, and nobody needs the right to. What is there already is used where it is.
    /// </param>
    /// <exception cref="IOException">The disk refuses it, or a path would leave the volume.</exception>
    public static string Materialise(VolumeContent content, string own, string disk)
    {
        switch (content)
        {
            case VolumeContent.Files files:
                Directory.CreateDirectory(own);
                foreach (var file in files.Content)
                    Write(own, file);
                return own;
            case VolumeContent.Empty:
                Directory.CreateDirectory(own);
                return own;
            case VolumeContent.Own folder:
                return Directory.CreateDirectory(folder.Path).FullName;
            case VolumeContent.Host host:
                if (Path.Exists(host.Path))
                    return host.Path;
                return host.Create
                    ? Directory.CreateDirectory(Path.Join(disk, host.Path)).FullName
                    : throw new IOException($"hostPath {host.Path} does not exist");
            case VolumeContent.Unavailable missing:
                throw new IOException(missing.Message);
        }

        throw new System.Diagnostics.UnreachableException();
    }

    static void Write(string folder, VolumeFile file)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file.Path));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new IOException($"the path '{file.Path}' leaves its volume");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Written beside and moved, so that a reader sees the old or the new content, never a half.
        var beside = path + ".new";
        File.WriteAllBytes(beside, file.Content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(beside, (UnixFileMode)(file.Mode & 0x1FF));
        File.Move(beside, path, overwrite: true);
    }
}
