using System.Collections.Immutable;
using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Images;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>Makes the folder of one real Flink process: configuration, plugins, temporary files.</summary>
/// <param name="plugins">Folders of plugins beside those of the distribution.</param>
public sealed class FlinkFolder(NodeFolders folders, ImmutableArray<string> plugins)
{
    /// <summary>The key under which the plugin of samples/local-s3 finds its folder; Flink itself does not know it.</summary>
    const string BucketsKey = "sandbox.s3.folder";

    /// <summary>Where a process looks for its plugins.</summary>
    public static string Plugins(string folder) => Path.Combine(folder, "plugins");

    /// <summary>A container that is started again begins with a fresh file system.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Prepare(FlinkHome home, ContainerContext context, string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var name in new[] { "conf", "log", "tmp", "upload" })
            Directory.CreateDirectory(Path.Combine(folder, name));
        var configuration = Path.Combine(home.Folder, "conf");
        foreach (var logging in Directory.EnumerateFiles(configuration, "log*"))
            File.Copy(logging, Path.Combine(folder, "conf", Path.GetFileName(logging)), overwrite: true);
        LinkPlugins(home, Plugins(folder));
        var file = FlinkConfiguration.FileOf(home);
        var distribution = FlinkProperties.Parse(File.Exists(Path.Combine(configuration, file)) ? File.ReadAllText(Path.Combine(configuration, file)) : null);
        var own = FlinkConfiguration.Of(home, distribution.SetItem(BucketsKey, folders.Buckets), context.Variables, context.Address, folder);
        File.WriteAllText(Path.Combine(folder, "conf", file), FlinkConfiguration.Render(own, quoted: file == "config.yaml"));
    }

    void LinkPlugins(FlinkHome home, string target)
    {
        Directory.CreateDirectory(target);
        var delivered = Path.Combine(home.Folder, "plugins");
        foreach (var plugin in (Directory.Exists(delivered) ? Directory.GetDirectories(delivered) : []).Concat(plugins))
        {
            var link = Path.Combine(target, Path.GetFileName(plugin.TrimEnd('/')));
            if (!Path.Exists(link))
                Directory.CreateSymbolicLink(link, plugin);
        }
    }
}
