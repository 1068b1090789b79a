using System.Diagnostics;
using Toolbox.Cli.Tests.Client;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Completion;

/// <summary>Completion scripts are read by their shells, and bash completes with them.</summary>
public sealed class ScriptTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [Shell("bash")]
    [Shell("zsh")]
    [Shell("fish")]
    public async Task Shell_understands_the_script(string shell) => Assert.Equal((0, ""), await Run(PathProgram.Find(shell)!, "-n", await Script(shell)));

    [Theory]
    [InlineData("bash", "-F _flinkctl flinkctl")]
    [InlineData("zsh", "#compdef flinkctl")]
    [InlineData("fish", "complete -c flinkctl")]
    public async Task There_is_a_script_for_each_shell(string shell, string words) =>
        Assert.Contains(words, await File.ReadAllTextAsync(await Script(shell)), StringComparison.Ordinal);

    [Theory]
    [InlineData("flinkctl clus", "cluster clusters")]
    [InlineData("flinkctl cluster s", "scale start status stop")]
    [InlineData("flinkctl clusters list -o ", "json table yaml")]
    [InlineData("flinkctl clusters list --output = y", "yaml")]
    [InlineData("flinkctl job scale --para", "--parallelism")]
    [InlineData("flinkctl cluster --host localhost scale --task", "--task-managers")]
    [InlineData("flinkctl completion ", "--help -? -h bash fish zsh")]
    [InlineData("flinkctl nam", "")]
    public async Task Bash_completes(string line, string expected)
    {
        var words = line.Split(' ');
        const string complete = "; COMP_WORDS=(\"$@\"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _flinkctl; printf '%s\\n' \"${COMPREPLY[@]}\"";
        var (code, said) = await Run("/bin/bash", ["--norc", "-c", $"source {await Script("bash")}{complete}", "bash", .. words]);
        Assert.Equal((0, expected), (code, string.Join(' ', said.Split('\n').Order(StringComparer.Ordinal))));
    }

    public void Dispose() => _folder.Dispose();

    async Task<string> Script(string shell)
    {
        var invocation = await Invocation.Run("completion", shell);
        Assert.Equal((0, ""), (invocation.Code, invocation.Errors));
        return _folder.Write($"flinkctl.{shell}", invocation.Output + "\n");
    }

    static async Task<(int Code, string Output)> Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, string.Concat(texts).Trim());
    }
}
