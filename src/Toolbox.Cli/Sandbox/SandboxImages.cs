using System.Collections.Immutable;
using Toolbox.Sandbox;

namespace Toolbox.Cli.Sandbox;

/// <summary>The option <c>--image NAME=FOLDER</c>.</summary>
static class SandboxImages
{
    /// <exception cref="SandboxException">A text that is not NAME=FOLDER, or a folder that is not there.</exception>
    public static ImmutableDictionary<string, string> Parse(IEnumerable<string> texts) => texts.Select(Parse).ToImmutableDictionary();

    static KeyValuePair<string, string> Parse(string text)
    {
        var split = text.LastIndexOf('=');
        if (split <= 0 || split == text.Length - 1) throw new SandboxException($"--image {text}: NAME=FOLDER is needed");
        var folder = Path.GetFullPath(text[(split + 1)..]);
        return Directory.Exists(folder)
            ? new KeyValuePair<string, string>(text[..split], folder)
            : throw new SandboxException($"--image {text}: there is no folder {folder}");
    }
}
