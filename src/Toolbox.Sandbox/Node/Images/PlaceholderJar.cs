using System.IO.Compression;

namespace Toolbox.Sandbox.Node.Images;

/// <summary>A JAR file without a job, for images whose files are unknown: enough for the simulated Flink, which does not run it.</summary>
public static class PlaceholderJar
{
    public const string Marker = "META-INF/toolbox-placeholder";

    public static void Write(string path)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(archive, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n");
        Add(archive, Marker, "This JAR stands in for an image whose files the sandbox was not given.\n");
    }

    static void Add(ZipArchive archive, string name, string text)
    {
        var entry = archive.CreateEntry(name);
        // The same bytes each time, so that a JAR can be recognized by its digest.
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var writer = new StreamWriter(entry.Open());
        writer.Write(text);
    }
}
