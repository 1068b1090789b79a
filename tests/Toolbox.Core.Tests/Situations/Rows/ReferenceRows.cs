namespace Toolbox.Core.Tests.Situations.Rows;

/// <summary>The rows of the older toolbox's tables: which there are, and which its description lists.</summary>
static class ReferenceRows
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Numbered("6.3 Unknown", 3), .. Numbered("6.3 Starting", 9), .. Numbered("6.3 Started", 13), .. Numbered("6.3 Stopping", 8),
        .. Numbered("6.3 Stopped", 5), .. Numbered("6.3 Terminated", 2),
        .. Numbered("6.6 Unknown", 4), .. Numbered("6.6 Starting", 15), .. Numbered("6.6 Started", 11), .. Numbered("6.6 Stopping", 7),
        .. Numbered("6.6 Stopped", 13), .. Numbered("6.6 Terminated", 1),
        .. new[] { "1", "2", "2a", "2b", "2c", "3", "4" }.Select(row => $"6.7 {row}"),
        .. new[] { "1", "2", "2e", "3", "3a", "3b", "3c", "3d", "4", "5" }.Select(row => $"6.8 {row}"),
        .. Numbered("6.9", 15), .. Numbered("6.10", 6),
        "6.11 Unknown", "6.11 Starting", "6.11 Started", "6.11 Stopping", "6.11 Stopped", "6.11 Terminated", "6.11 absent",
    ];

    /// <summary>The rows of a description in Markdown, with sections such as "### 6.3 Cluster state machine".</summary>
    public static IEnumerable<string> In(IEnumerable<string> lines)
    {
        var (section, state, count) = ("", "", 0);
        foreach (var line in lines)
        {
            if (line.StartsWith('#')) (section, state, count) = (line.TrimStart('#', ' ').Split(' ')[0], "", -1);
            if (!line.StartsWith('|') || line.StartsWith("|---", StringComparison.Ordinal) || count++ < 0) continue;
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (section is "6.3" or "6.6")
            {
                state = cells[1].Length > 0 ? cells[1] : state;
                yield return $"{section} {state} {cells[2].TrimEnd('↓')}";
            }
            else if (section is "6.7" or "6.8") yield return $"{section} {cells[1]}";
            else if (section is "6.9" or "6.10") yield return $"{section} {count}";
            else if (section == "6.11") yield return $"6.11 {cells[1]}";
        }
    }

    static IEnumerable<string> Numbered(string name, int count) => Enumerable.Range(1, count).Select(number => $"{name} {number}");
}
