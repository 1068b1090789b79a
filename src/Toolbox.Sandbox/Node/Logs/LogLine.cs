using System.Globalization;

namespace Toolbox.Sandbox.Node.Logs;

/// <summary>One line of a container's log, stored as container runtimes do: <c>TIME stdout F text</c>.</summary>
public sealed record LogLine(DateTime Time, string Stream, string Text)
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'";

    public string Stamp => Time.ToString(Format, CultureInfo.InvariantCulture);

    public override string ToString() => $"{Stamp} {Stream} F {Text}";

    /// <summary>The line of a file; null when it is not one of ours (cut off by the end of the process).</summary>
    public static LogLine? Parse(string text)
    {
        var parts = text.Split(' ', 4);
        return parts.Length == 4
            && DateTime.TryParseExact(parts[0], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? new LogLine(time, parts[1], parts[3])
                : null;
    }
}
