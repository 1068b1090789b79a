namespace Toolbox.Architecture.Tests;

/// <summary>The mistakes that tools/mutate makes still fit the source: each text stands in exactly one line of its file.</summary>
public sealed class MutationListTests
{
    [Fact]
    public void Every_mistake_can_be_made()
    {
        var file = "";
        var complaints = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tools", "mutations.txt")))
        {
            if (line.StartsWith("file ", StringComparison.Ordinal)) file = line["file ".Length..];
            if (Sought(line) is not { } text) continue;
            var count = File.ReadLines(Path.Combine(Repository.Root, file)).Count(item => item.Contains(text, StringComparison.Ordinal));
            if (count != 1) complaints.Add($"{file}: '{text}' stands in {count} lines");
        }
        Complaints.None(complaints, "Correct tools/mutations.txt, and run tools/mutate:");
    }

    static string? Sought(string line) => line.Split(' ', 2) switch
    {
        ["from" or "swap" or "with", var text] => text,
        _ => null,
    };
}
