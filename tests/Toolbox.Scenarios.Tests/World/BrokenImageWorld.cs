using System.IO.Compression;
using Toolbox.Sandbox;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>A world with an image <c>broken:1</c> whose JAR is a real archive that lacks the class.</summary>
public sealed class BrokenImageWorld : ScenarioWorld, IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("toolbox-scenarios-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override SandboxOptions Configure(SandboxOptions options)
    {
        using (var archive = ZipFile.Open(Path.Combine(_folder, "flink-jobs.jar"), ZipArchiveMode.Create))
        using (var writer = new StreamWriter(archive.CreateEntry("META-INF/MANIFEST.MF").Open()))
            writer.Write("Manifest-Version: 1.0\n");
        return options with { Images = options.Images.Add("broken:1", _folder) };
    }
}
