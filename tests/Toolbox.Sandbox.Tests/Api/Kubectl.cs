using System.Diagnostics;
using Toolbox.Sandbox.Api;
using Toolbox.Sandbox.Tests.Replay;

namespace Toolbox.Sandbox.Tests.Api;

/// <summary>Runs the real kubectl against a server, with files and caches of its own.</summary>
public sealed class Kubectl : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    static readonly string Program = Path.Combine(ReplayFiles.ProjectRoot, ".cache", "bin", "kubectl");

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("toolbox-kubectl");

    public Kubectl(ApiServer server, string @namespace) => File.WriteAllText(PathOf("kubeconfig"), server.Kubeconfig(@namespace));

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => File.Exists(Program) ? null : $"No kubectl: {Program} is missing; tools/install fetches it.";

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>The output of a command that must succeed.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var (code, output) = await TryAsync(arguments);
        Assert.True(code == 0, $"kubectl {string.Join(' ', arguments)} exits with {code}: {output}");
        return output;
    }

    public async Task<(int Code, string Output)> TryAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KUBECONFIG"] = PathOf("kubeconfig");
        start.Environment["HOME"] = _folder.FullName;
        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
