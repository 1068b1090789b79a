using System.Collections.Immutable;

namespace Toolbox.Sandbox.Node.Images;

/// <summary>
/// Finds out what a container's image is on this node. Given folders come first, then the built-in images: names with <c>flinkctl</c> are this
/// executable, <c>flink:VERSION</c> is Flink (real when a distribution was given, else simulated).
/// </summary>
public sealed class ImageCatalogue
{
    /// <summary>Files at the top of an image's folder that start it.</summary>
    static readonly string[] EntryPoints = ["entrypoint.sh", "docker-entrypoint.sh", "entrypoint"];

    /// <summary>Images of jobs are built from the flinkctl image; their pods are known by the first argument.</summary>
    static readonly ImmutableHashSet<string> FlinkctlVerbs = ["bootstrap", "supervisor", "operator"];

    readonly ImmutableDictionary<string, string> folders;
    readonly ImmutableArray<FlinkHome> homes;
    readonly string? sampleJar;

    /// <param name="folders">Image name (with or without tag) to folder.</param>
    public ImageCatalogue(ImmutableDictionary<string, string> folders, ImmutableArray<FlinkHome> homes, string? sampleJar)
    {
        this.folders = folders;
        this.homes = homes;
        this.sampleJar = sampleJar;
    }

    /// <param name="arguments">The container's command and arguments together.</param>
    public Image Find(string image, IReadOnlyList<string> arguments)
    {
        var name = ImageName.Parse(image);
        if ((folders.GetValueOrDefault(image) ?? folders.GetValueOrDefault(name.Repository)) is { } folder)
            return FromFolder(image, folder);
        if (name.Repository.Contains("flinkctl", StringComparison.OrdinalIgnoreCase))
            return new Image.Flinkctl();
        if (name.Name is "flink")
            return Flink(name.Tag);
        return arguments.Count > 0 && FlinkctlVerbs.Contains(arguments[0])
            ? Jobs(image)
            : new Image.Missing($"no image '{image}' on this node: give its files with --image {image}=FOLDER");
    }

    static Image FromFolder(string image, string folder)
    {
        if (!Directory.Exists(folder))
            return new Image.Missing($"the folder {folder} of image '{image}' does not exist");
        var entry = EntryPoints.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return entry is null ? new Image.Flinkctl(folder) : new Image.Program(folder, entry);
    }

    Image Flink(string tag)
    {
        if (homes.IsEmpty)
            return SimulatedVersion(tag);
        return new Image.RealFlink(homes.OrderByDescending(home => home.Likeness(tag)).First());
    }

    static Image SimulatedVersion(string tag)
    {
        var version = tag.Split('-', '_')[0];
        var parts = version.Split('.');
        if (tag == "latest")
            return new Image.SimulatedFlink(NewestSimulated);
        if (parts.Length is < 2 or > 3 || !parts.All(part => int.TryParse(part, out _)))
            return new Image.Missing($"the tag '{tag}' of the image flink does not begin with a version such as 1.20.5");
        return new Image.SimulatedFlink(parts.Length == 2 ? version + ".0" : version);
    }

    Image Jobs(string image) => sampleJar is not null
        ? new Image.Flinkctl(null, sampleJar, ImageName.Parse(image).Name == SampleJobs ? null : $"no files were given for image '{image}': /flink-jobs.jar is the sample job (use --image {image}=FOLDER)")
        : new Image.Flinkctl(null, null, $"no files were given for image '{image}': /flink-jobs.jar is a placeholder without a job (use --image {image}=FOLDER)");

    /// <summary>The image of the samples' jobs.</summary>
    const string SampleJobs = "jobs";

    /// <summary>What <c>flink:latest</c> means.</summary>
    const string NewestSimulated = "2.3.0";
}
