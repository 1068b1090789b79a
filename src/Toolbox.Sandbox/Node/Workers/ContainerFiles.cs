using System.Collections.Immutable;
using k8s.Models;
using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Images;
using Toolbox.Sandbox.Node.Volumes;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>The files that a container sees: its image's and its mounts.</summary>
static class ContainerFiles
{
    /// <summary>The first file of a job's image, where users of the toolbox put their JAR.</summary>
    const string JobsJar = "/flink-jobs.jar";

    /// <exception cref="IOException">A mount names a volume that the pod does not have.</exception>
    public static ImmutableArray<Mount> Mounts(V1Container container, ImmutableDictionary<string, string> volumes) =>
        [.. (container.VolumeMounts ?? []).Select(mount => ToMount(mount, volumes))];

    /// <summary>Builds the folder that stands for the container's root, from nothing.</summary>
    public static string BuildRoot(string folder, Image image, ImmutableArray<Mount> mounts)
    {
        var root = new RootFolder(Path.Combine(folder, "root"));
        var files = image switch
        {
            Image.Flinkctl flinkctl => flinkctl.Folder,
            Image.Program program => program.Folder,
            Image.SimulatedFlink or Image.RealFlink or Image.Missing => null,
        };
        if (files is not null)
            root.AddImage(files);
        else if (image is Image.Flinkctl flinkctl)
            root.Mount(JobsJar, flinkctl.SampleJar ?? Placeholder(folder));
        foreach (var mount in mounts.OrderBy(mount => mount.Path.Length))
            root.Mount(mount.Path, mount.Target);
        return root.Path;
    }

    static Mount ToMount(V1VolumeMount mount, ImmutableDictionary<string, string> volumes)
    {
        if (!volumes.TryGetValue(mount.Name, out var folder))
            throw new IOException($"volumeMount \"{mount.Name}\": the pod has no such volume");
        var target = Path.GetFullPath(Path.Join(folder, mount.SubPath ?? ""));
        if (target != folder && !target.StartsWith(folder + "/", StringComparison.Ordinal))
            throw new IOException($"subPath '{mount.SubPath}' leaves its volume");
        if (!Path.Exists(target))
            Directory.CreateDirectory(target);
        return new Mount(mount.MountPath, target, mount.ReadOnlyProperty == true);
    }

    static string Placeholder(string folder)
    {
        var path = Path.Combine(folder, "placeholder.jar");
        using var file = File.Create(path);
        PlaceholderJar.Write(file);
        return path;
    }
}
