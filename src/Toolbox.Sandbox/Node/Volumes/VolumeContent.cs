using System.Collections.Immutable;

namespace Toolbox.Sandbox.Node.Volumes;

/// <summary>What a volume of a pod consists of on this node; closed.</summary>
public abstract record VolumeContent
{
    VolumeContent() { }

    /// <summary>Files that the node writes: config maps, secrets, projections.</summary>
    public sealed record Files(ImmutableArray<VolumeFile> Content) : VolumeContent;

    /// <summary>An empty folder that lives as long as the pod.</summary>
    public sealed record Empty : VolumeContent;

    /// <summary>A file or folder of this machine.</summary>
    /// <param name="Create">Make a folder if nothing is there.</param>
    public sealed record Host(string Path, bool Create) : VolumeContent;

    /// <summary>A folder of the node that outlives pods; it is made if it is missing.</summary>
    public sealed record Own(string Path) : VolumeContent;

    /// <summary>It cannot be set up now: something it refers to is missing, or the kind of volume is not supported.</summary>
    public sealed record Unavailable(string Message) : VolumeContent;
}
