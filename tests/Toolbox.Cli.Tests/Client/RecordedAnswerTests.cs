using System.Text.Json.Nodes;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Client;

/// <summary>Command lines of the older client with its output: ours print the same; what failed ends with 1.</summary>
public sealed class RecordedAnswerTests : IDisposable
{
    static readonly string Folder = Path.GetFullPath(Path.Combine(Samples.Root(), "..", "shared", "reference", "original-run", "cli"));

    readonly TemporaryFolder _folder = new();

    /// <summary>That the recording is not there, or null.</summary>
    public static string? Missing => Directory.Exists(Folder) ? null : $"The recorded output is not there: {Folder}";

    [RecordedTheory]
    [InlineData("running.txt")]
    [InlineData("commands.txt")]
    [InlineData("update.txt")]
    public async Task Output_is_the_recorded_one(string file)
    {
        var blocks = (await File.ReadAllTextAsync(Path.Combine(Folder, file))).Split("$ flinkctl ", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Split('\n')).ToList();
        Assert.NotEmpty(blocks);
        foreach (var block in blocks.Where(block => block[1].StartsWith('{'))) await Same(block[0], block[1]);
    }

    public void Dispose() => _folder.Dispose();

    async Task Same(string line, string body)
    {
        await using var @operator = await RecordingOperator.Start(body);
        var invocation = await @operator.Run([.. Arguments(line)]);
        Assert.Equal(body, invocation.Output);
        Assert.Equal(body.StartsWith("""{"status":"OK""", StringComparison.Ordinal) ? 0 : 1, invocation.Code);
        if (invocation.Code == 1) Assert.Equal($"flinkctl: {JsonNode.Parse(body)!["error"]}", invocation.Line);
    }

    // Host and files are those of another machine.
    IEnumerable<string> Arguments(string line)
    {
        var words = line.Split(' ');
        for (var index = 0; index < words.Length; index++)
        {
            if (words[index] == "--host") index++;
            else yield return words[index].StartsWith('/') ? _folder.Write("spec.json", "{}") : words[index];
        }
    }
}
