using System.Globalization;

namespace Toolbox.Sandbox.Node.Processes;

/// <summary>The note on disk that a container's process runs, so that a later sandbox can end it if this one is killed.</summary>
public static class ProcessFile
{
    public const string Name = "process";

    public static void Write(string folder, ProcessStat process) =>
        File.WriteAllText(Path.Combine(folder, Name), string.Create(CultureInfo.InvariantCulture, $"{process.Id} {process.StartTime}\n"));

    public static void Remove(string folder) => File.Delete(Path.Combine(folder, Name));

    /// <summary>Process id and start time of a note; null when it cannot be read.</summary>
    public static (int Id, long StartTime)? Read(string file)
    {
        var parts = File.ReadAllText(file).Split(' ', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var id)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var start)
                ? (id, start)
                : null;
    }
}
