using System.Diagnostics;
using Toolbox.Sandbox.Api;
using Toolbox.Sandbox.Tests.Replay;

namespace Toolbox.Sandbox.Tests.Api;

/// <summary>Runs the real kubectl against a server, with files and caches of its own.</summary>
public sealed class Kubectl : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("toolbox-kubectl");
    readonly string _program;

    Kubectl(string program, ApiServer server, string @namespace)
    {
        _program = program;
        File.WriteAllText(PathOf("kubeconfig"), server.Kubeconfig(@namespace));
    }

    /// <summary>Null, and a line that says so, where tools/install has not put kubectl.</summary>
    public static Kubectl? Find(ApiServer server, string @namespace)
    {
        var program = Path.Combine(ReplayFiles.ProjectRoot, ".cache", "bin", "kubectl");
        if (File.Exists(program)) return new Kubectl(program, server, @namespace);
        Console.WriteLine($"skipped: {program} is missing; tools/install fetches it");
        return null;
    }

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
        var start = new ProcessStartInfo(_program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KUBECONFIG"] = PathOf("kubeconfig");
        start.Environment["HOME"] = _folder.FullName;
        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
