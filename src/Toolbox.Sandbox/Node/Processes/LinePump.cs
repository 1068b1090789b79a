using System.Text;

namespace Toolbox.Sandbox.Node.Processes;

/// <summary>Reads the output of a process line by line; a line without an end is cut into pieces, so that it cannot fill the memory.</summary>
public static class LinePump
{
    const int LongestLine = 16 * 1024;

    public static async Task RunAsync(StreamReader reader, Action<string> write)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        try
        {
            while (await reader.ReadAsync(buffer) is var count and > 0)
                Split(buffer.AsSpan(0, count), line, write);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process is gone and its pipe with it; what was read so far counts.
        }

        if (line.Length > 0)
            write(line.ToString());
    }

    static void Split(ReadOnlySpan<char> text, StringBuilder line, Action<string> write)
    {
        foreach (var character in text)
        {
            if (character != '\n')
                line.Append(character);
            if (character != '\n' && line.Length < LongestLine)
                continue;
            if (line.Length > 0 && line[^1] == '\r')
                line.Length--;
            write(line.ToString());
            line.Clear();
        }
    }
}
