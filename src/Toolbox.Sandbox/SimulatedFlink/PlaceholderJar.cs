using System.IO.Compression;

namespace Toolbox.Sandbox.SimulatedFlink;

/// <summary>A small JAR that stands for a program which is not at hand: the simulated Flink runs any class of it.</summary>
public static class PlaceholderJar
{
    /// <summary>The archive entry that marks such a JAR.</summary>
    public const string Marker = "META-INF/simulated-flink-any-class";

    public static void Write(Stream target)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        using (var manifest = new StreamWriter(archive.CreateEntry("META-INF/MANIFEST.MF").Open()))
            manifest.Write("Manifest-Version: 1.0\n");
        archive.CreateEntry(Marker);
    }
}
