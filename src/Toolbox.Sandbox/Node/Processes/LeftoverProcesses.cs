using System.Text;

namespace Toolbox.Sandbox.Node.Processes;

/// <summary>Ends what a sandbox that was killed left behind in a data folder.</summary>
public static class LeftoverProcesses
{
    /// <summary>
    /// Kills the processes that the folder's notes name, with all of their sessions. A process is ours when its start time is the noted one,
    /// or when it lives in the noted session and its environment names this folder.
    /// </summary>
    /// <returns>The ids of the processes that were killed.</returns>
    public static IReadOnlyList<int> End(string pods)
    {
        if (!Directory.Exists(pods))
            return [];
        var ended = new List<int>();
        foreach (var file in Directory.EnumerateFiles(pods, ProcessFile.Name, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }))
        {
            if (ProcessFile.Read(file) is { } note)
                ended.AddRange(ProcessStat.All().Where(process => IsOurs(process, note, pods)).Select(process => process.Id));
            File.Delete(file);
        }

        foreach (var process in ended)
            NativeSignal.SendTo(process, NativeSignal.Kill);
        return ended;
    }

    static bool IsOurs(ProcessStat process, (int Id, long StartTime) note, string pods) =>
        process.State != 'Z'
        && ((process.Id == note.Id && process.StartTime == note.StartTime) || (process.Session == note.Id && Names(process.Id, pods)));

    static bool Names(int process, string pods)
    {
        try
        {
            var environment = Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process}/environ"));
            return environment.Contains($"{NodeVariables.Root}={Path.GetFullPath(pods)}/", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
