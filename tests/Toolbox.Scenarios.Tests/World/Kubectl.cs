using System.Diagnostics;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>The real kubectl, as a user of a world runs it, with files and a home of its own.</summary>
sealed class Kubectl(ScenarioWorld world) : IDisposable
{
    static readonly string? Program = new[] { Path.Combine(ProjectFiles.Root, ".cache", "bin") }
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).Select(folder => Path.Combine(folder, "kubectl")).FirstOrDefault(File.Exists);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("toolbox-kubectl-");

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => Program is null ? "No kubectl: tools/install fetches it." : null;

    /// <summary>Writes a file for <c>-f</c>; gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The output of a command that must succeed.</summary>
    public async Task<string> Run(params string[] arguments)
    {
        var (code, output) = await Try(arguments);
        Assert.True(code == 0, $"kubectl {string.Join(' ', arguments)} ends with {code}:\n{output}");
        return output;
    }

    /// <summary>The exit code with all output, errors last.</summary>
    public async Task<(int Code, string Output)> Try(params string[] arguments)
    {
        using var process = Start(arguments);
        using var limit = new CancellationTokenSource(world.Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"kubectl {string.Join(' ', arguments)} has not ended\n{await new ScenarioReport(world).Text(null)}");
        }
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program!, ["--namespace", world.Namespace, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KUBECONFIG"] = world.KubeconfigPath;
        start.Environment["HOME"] = _folder.FullName;
        start.Environment["KUBE_EDITOR"] = Path.Combine(_folder.FullName, "editor");
        return Process.Start(start)!;
    }

    /// <summary>Makes a script the editor of <c>kubectl edit</c>; the file is its first argument.</summary>
    public void Edit(string script)
    {
        var editor = Write("editor", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(editor, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
