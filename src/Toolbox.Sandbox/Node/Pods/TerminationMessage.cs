using System.Text;

namespace Toolbox.Sandbox.Node.Pods;

/// <summary>
/// The message of an ended container: the file that it wrote, or, with policy <c>FallbackToLogsOnError</c> and a failure, the end of its log.
/// The bounds are the kubelet's: 4096 bytes from the file, 2048 bytes or 80 lines from the log, whichever is smaller.
/// </summary>
public static class TerminationMessage
{
    const int FileLimit = 4096, LogLimit = 2048, LineLimit = 80;

    public static string? From(string? file, string? policy, int exitCode, IReadOnlyList<string> lastLines)
    {
        if (!string.IsNullOrEmpty(file))
            return Tail(file, FileLimit);
        if (policy != "FallbackToLogsOnError" || exitCode == 0 || lastLines.Count == 0)
            return null;
        return Tail(string.Join('\n', lastLines.TakeLast(LineLimit)) + "\n", LogLimit);
    }

    static string Tail(string text, int limit)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= limit)
            return text;
        var from = bytes.Length - limit;
        // Never begin inside of a character: continuation bytes look like 10xxxxxx.
        while (from < bytes.Length && (bytes[from] & 0xC0) == 0x80)
            from++;
        return Encoding.UTF8.GetString(bytes, from, bytes.Length - from);
    }
}
