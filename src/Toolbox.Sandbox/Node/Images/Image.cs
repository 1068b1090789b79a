namespace Toolbox.Sandbox.Node.Images;

/// <summary>What stands behind the name of an image on this node; closed.</summary>
public abstract record Image
{
    Image() { }

    /// <summary>The flinkctl executable, in a container whose root holds the files of a folder.</summary>
    /// <param name="Folder">The image's files; null when it has none.</param>
    /// <param name="SampleJar">A JAR to show as <c>/flink-jobs.jar</c>.</param>
    /// <param name="Warning">What the person who created the pod should know; null when all is as asked.</param>
    public sealed record Flinkctl(string? Folder = null, string? SampleJar = null, string? Warning = null) : Image;

    /// <summary>A folder with an entry point of its own.</summary>
    public sealed record Program(string Folder, string EntryPoint) : Image;

    /// <summary>The simulated Flink of this version.</summary>
    public sealed record SimulatedFlink(string Version) : Image;

    /// <summary>A Flink distribution on this machine.</summary>
    public sealed record RealFlink(FlinkHome Home) : Image;

    /// <summary>There is no such image; the message says what would help.</summary>
    public sealed record Missing(string Message) : Image;
}
