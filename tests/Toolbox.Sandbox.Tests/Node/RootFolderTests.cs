using Toolbox.Sandbox.Node.Volumes;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class RootFolderTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("root-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Make(string path, string? text = null)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(text is null ? full : Path.GetDirectoryName(full)!);
        if (text is not null)
            File.WriteAllText(full, text);
        return full;
    }

    [Fact]
    public void Image_and_mounts_are_seen_at_their_paths()
    {
        Make("image/flink-jobs.jar", "jar");
        var root = new RootFolder(Path.Combine(folder, "root"));
        root.AddImage(Path.Combine(folder, "image"));
        Make("secret/token", "abc");
        root.Mount("/var/run/secrets/account", Path.Combine(folder, "secret"));
        Assert.Equal("jar", File.ReadAllText(Path.Combine(root.Path, "flink-jobs.jar")));
        Assert.Equal("abc", File.ReadAllText(Path.Combine(root.Path, "var/run/secrets/account/token")));
    }

    [Fact]
    public void A_mount_inside_of_an_image_folder_leaves_the_image_as_it_is()
    {
        Make("image/opt/app/keep.txt", "keep");
        Make("image/opt/app/conf/old.txt", "old");
        Make("conf/new.txt", "new");
        var root = new RootFolder(Path.Combine(folder, "root"));
        root.AddImage(Path.Combine(folder, "image"));
        root.Mount("/opt/app/conf", Path.Combine(folder, "conf"));
        Assert.Equal("keep", File.ReadAllText(Path.Combine(root.Path, "opt/app/keep.txt")));
        Assert.Equal(["new.txt"], Directory.EnumerateFiles(Path.Combine(root.Path, "opt/app/conf")).Select(Path.GetFileName));
        Assert.True(File.Exists(Path.Combine(folder, "image/opt/app/conf/old.txt")));
    }

    [Fact]
    public void A_root_is_built_anew_and_its_links_are_removed_without_what_they_lead_to()
    {
        var data = Make("data/state", "1");
        new RootFolder(Path.Combine(folder, "root")).Mount("/data", Path.GetDirectoryName(data)!);
        var again = new RootFolder(Path.Combine(folder, "root"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(again.Path));
        Assert.Equal("1", File.ReadAllText(data));
    }

    [Theory]
    [InlineData("/../outside")]
    [InlineData("/")]
    public void A_mount_outside_of_the_root_is_refused(string path) =>
        Assert.Throws<IOException>(() => new RootFolder(Path.Combine(folder, "root")).Mount(path, folder));
}
