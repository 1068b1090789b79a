using System.Globalization;

namespace Toolbox.Sandbox.Node.Processes;

/// <summary>Identity of a process from <c>/proc/PID/stat</c>: with its start time a process id that is used again is not mistaken.</summary>
/// <param name="StartTime">Clock ticks since the machine started.</param>
/// <param name="Session">The id of its session; our containers lead a session of their own.</param>
public sealed record ProcessStat(int Id, char State, int Session, long StartTime)
{
    /// <summary>Null when there is no such process, or no /proc.</summary>
    public static ProcessStat? Read(int id)
    {
        try
        {
            return Parse(File.ReadAllText($"/proc/{id}/stat"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static IEnumerable<ProcessStat> All() => !Directory.Exists("/proc")
        ? []
        : Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
            .OfType<ProcessStat>();

    /// <summary>The name in the second field may hold blanks and brackets: the fields are counted from its last bracket.</summary>
    public static ProcessStat? Parse(string text)
    {
        var close = text.LastIndexOf(')');
        var fields = close < 0 ? [] : text[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 19 && int.TryParse(text.Split(' ')[0], CultureInfo.InvariantCulture, out var id)
            ? new ProcessStat(id, fields[0][0], int.Parse(fields[3], CultureInfo.InvariantCulture), long.Parse(fields[19], CultureInfo.InvariantCulture))
            : null;
    }
}
