namespace Toolbox.Sandbox.Node.Images;

/// <summary>A Flink distribution: its folder and its version, read from the name of <c>lib/flink-dist-VERSION.jar</c>.</summary>
public sealed record FlinkHome(string Folder, string Version)
{
    /// <exception cref="SandboxException">The folder holds no Flink distribution.</exception>
    public static FlinkHome Open(string folder)
    {
        var full = Path.GetFullPath(folder);
        if (!Directory.Exists(full))
            throw new SandboxException($"--flink-home: the folder {full} does not exist");
        var library = Path.Combine(full, "lib");
        var distribution = Directory.Exists(library)
            ? Directory.EnumerateFiles(library, "flink-dist*.jar").Select(Path.GetFileNameWithoutExtension).Order().FirstOrDefault()
            : null;
        if (distribution is null)
            throw new SandboxException($"--flink-home: {full} is not a Flink distribution: lib/flink-dist-*.jar is missing");
        return new FlinkHome(full, VersionOf(distribution));
    }

    /// <summary>How many leading parts of the version equal those of a tag such as <c>1.20.5-scala_2.12-java17</c>.</summary>
    public int Likeness(string tag)
    {
        var own = Version.Split('.');
        var other = tag.Split('-', '_')[0].Split('.');
        return own.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
    }

    // Up to Flink 1.14 the name carries the Scala version: flink-dist_2.12-1.9.3.
    static string VersionOf(string name) => name[(name.IndexOf('-', "flink-dist".Length) + 1)..];
}
