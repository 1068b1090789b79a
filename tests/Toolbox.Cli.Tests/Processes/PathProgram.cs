namespace Toolbox.Cli.Tests.Processes;

/// <summary>Programs that the machine has or has not.</summary>
static class PathProgram
{
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>That it is not there, or null.</summary>
    public static string? Missing(string name) => Find(name) is null ? $"There is no {name} on the PATH." : null;
}
