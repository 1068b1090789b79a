namespace Toolbox.Cli.Tests.Processes;

/// <summary>What <c>/proc</c> tells about processes.</summary>
static class ProcessTree
{
    /// <summary>Ids of all descendants of a process.</summary>
    public static IReadOnlyList<int> Descendants(int ancestor)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!)).ToDictionary(id => id, Parent);
        var found = new List<int> { ancestor };
        for (var index = 0; index < found.Count; index++)
            found.AddRange(parents.Where(pair => pair.Value == found[index]).Select(pair => pair.Key));
        return found[1..];
    }

    public static bool IsAlive(int process) => Fields(process) is [not ("Z" or "X"), ..];

    static int Parent(int process) => Fields(process) is [_, var parent, ..] ? int.Parse(parent) : 0;

    // The name, in parentheses, may hold blanks: state and parent follow the last one.
    static string[] Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
