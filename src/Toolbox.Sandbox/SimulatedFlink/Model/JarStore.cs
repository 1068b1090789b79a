using System.IO.Compression;

namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>Uploaded JARs of one JobManager process, as files. The class of a run must really be in the file.</summary>
sealed class JarStore(string folder)
{
    const string ProgramInvocation = "org.apache.flink.client.program.ProgramInvocationException: ";
    readonly List<UploadedJar> jars = [];

    public string Folder { get; } = folder;

    public IReadOnlyList<UploadedJar> All => jars;

    public void Add(UploadedJar jar) => jars.Insert(0, jar);

    public UploadedJar? Find(string id) => jars.Find(jar => jar.Id == id);

    public bool Delete(string id)
    {
        if (Find(id) is not { } jar) return false;
        jars.Remove(jar);
        File.Delete(jar.File);
        return true;
    }

    /// <summary>The class to run: the asked one if the JAR has it, else the manifest's.</summary>
    /// <exception cref="FlinkRestException">As Flink answers when the program cannot be loaded.</exception>
    public string EntryClass(string id, string? asked)
    {
        if (Find(id) is not { } jar)
            throw Failure($"org.apache.flink.runtime.rest.handler.RestHandlerException: Jar file {Path.Combine(Folder, id)} does not exist");
        using var archive = Open(jar);
        var name = string.IsNullOrEmpty(asked) ? ManifestClass(archive) : asked;
        if (name is null)
            throw Failure(ProgramInvocation + "Neither a 'Main-Class', nor a 'program-class' entry was found in the jar file.");
        if (archive.GetEntry(PlaceholderJar.Marker) is null && archive.GetEntry(name.Replace('.', '/') + ".class") is null)
            throw Failure($"{ProgramInvocation}The program's entry point class '{name}' was not found in the jar file.", $"java.lang.ClassNotFoundException: {name}");
        return name;
    }

    static ZipArchive Open(UploadedJar jar)
    {
        try { return ZipFile.OpenRead(jar.File); }
        catch (InvalidDataException) { throw Failure(ProgramInvocation + $"Error while opening jar file '{jar.File}'.", "java.util.zip.ZipException: zip END header not found"); }
    }

    static string? ManifestClass(ZipArchive archive)
    {
        if (archive.GetEntry("META-INF/MANIFEST.MF") is not { } entry) return null;
        using var reader = new StreamReader(entry.Open());
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        return new[] { "program-class:", "Main-Class:" }
            .Select(key => lines.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim())
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
    }

    static FlinkRestException Failure(params string[] throwables) =>
        FlinkRestException.Internal(["java.util.concurrent.CompletionException: " + throwables[0], .. throwables]);
}
