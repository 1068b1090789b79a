using System.Text;
using System.Text.RegularExpressions;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>The manual of the older toolbox, beside the project where there is one.</summary>
static partial class Manual
{
    const string Chapter = "## Create your first deployment";

    static readonly string File = Path.GetFullPath(Path.Combine(ProjectFiles.Root, "../shared/reference/manual.md"));

    /// <summary>Why it cannot be read, or null.</summary>
    public static string? Missing => System.IO.File.Exists(File) ? null : "The manual of the older toolbox is not beside the project.";

    /// <summary>The files that the chapter of the first deployment has its reader write, in their order; what stands for credentials is replaced by such.</summary>
    public static IReadOnlyList<string> FirstDeployment()
    {
        var text = System.IO.File.ReadAllText(File);
        var chapter = text[text.IndexOf(Chapter, StringComparison.Ordinal)..];
        chapter = chapter[..chapter.IndexOf("\n## ", StringComparison.Ordinal)];
        return [.. Block().Matches(chapter).Select(block => Credentials(Unindent(block.Value)))];
    }

    static string Unindent(string block) => string.Join('\n', block.Split('\n').Select(line => line.Length > 4 ? line[4..] : ""));

    static string Credentials(string yaml) => Placeholder().Replace(yaml, match => Convert.ToBase64String(Encoding.UTF8.GetBytes(match.Value)));

    [GeneratedRegex(@"^    apiVersion:.*\n(?:(?:    .*)?\n)*", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("your-base64-encoded-[a-z-]+")]
    private static partial Regex Placeholder();
}
