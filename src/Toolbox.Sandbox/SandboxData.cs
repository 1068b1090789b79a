using System.Globalization;
using Toolbox.Sandbox.Node.Processes;

namespace Toolbox.Sandbox;

/// <summary>
/// The folder of one running sandbox: the user's, which is kept and locked against a second sandbox, or one of its own under the temporary
/// files, whose name tells the process, so that what a killed sandbox left is recognized and cleaned up by the next one.
/// </summary>
public sealed class SandboxData : IDisposable
{
    const string Prefix = "flinkctl-sandbox-";
    readonly FileStream? theLock;

    SandboxData(string path, FileStream? theLock)
    {
        Path = path;
        this.theLock = theLock;
    }

    public string Path { get; }

    public bool IsKept => theLock is not null;

    public string Node => System.IO.Path.Combine(Path, "node");

    /// <exception cref="SandboxException">The folder cannot be made, or another sandbox uses it.</exception>
    public static SandboxData Open(string? kept)
    {
        if (kept is null)
            return OpenTemporary();
        var folder = System.IO.Path.GetFullPath(kept);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"the data folder {folder} cannot be made: {exception.Message}", exception);
        }

        try
        {
            return new SandboxData(folder, new FileStream(System.IO.Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"the data folder {folder} is in use by another sandbox, or cannot be written: {exception.Message}", exception);
        }
    }

    public void Dispose()
    {
        theLock?.Dispose();
        if (theLock is null && Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    static SandboxData OpenTemporary()
    {
        foreach (var old in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
            CleanUp(old);
        var start = ProcessStat.Read(Environment.ProcessId)?.StartTime ?? 0;
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{start}-{Guid.NewGuid():N}");
        var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), name);
        Directory.CreateDirectory(folder);
        return new SandboxData(folder, null);
    }

    static void CleanUp(string folder)
    {
        var parts = System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-');
        if (parts.Length != 3 || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var process) || !long.TryParse(parts[1], CultureInfo.InvariantCulture, out var start)
            || ProcessStat.Read(process)?.StartTime == start)
            return;
        try
        {
            LeftoverProcesses.End(System.IO.Path.Combine(folder, "node", "pods"));
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another user's, or another sandbox is cleaning up too.
        }
    }
}
