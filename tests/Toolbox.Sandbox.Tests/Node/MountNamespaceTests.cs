using System.Diagnostics;
using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Processes;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class MountNamespaceTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("mounts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Data(string name)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(Path.Combine(path, "name"), name);
        return path;
    }

    async Task<string> Run(string script, params Mount[] mounts)
    {
        var space = await MountNamespace.FindAsync(Path.Combine(folder, "trial"));
        if (!space.IsGranted)
            return "not granted";
        var command = space.Wrap(["/bin/sh", "-c", script], [.. mounts], folder);
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (await output + await errors).Trim();
    }

    [Fact]
    public async Task Volumes_are_at_their_places_and_the_machine_is_left_as_it_was()
    {
        var seen = await Run(
            "cat /flink-state/name /opt/sandbox-none/deep/name /etc/sandbox-none/name; echo kept > /flink-state/file; test -d /proc/self && test -e /etc/passwd && pwd",
            new Mount("/flink-state", Data("state"), false), new Mount("/opt/sandbox-none/deep", Data("deep"), false), new Mount("/etc/sandbox-none", Data("etc"), true));
        Assert.True(seen == "not granted" || seen == $"statedeepetc{folder}", seen);
        Assert.False(Directory.Exists("/flink-state") || Directory.Exists("/opt/sandbox-none") || Directory.Exists("/etc/sandbox-none"));
        Assert.Equal(seen != "not granted", File.Exists(Path.Combine(folder, "state", "file")));
    }

    [Fact]
    public async Task A_read_only_mount_cannot_be_written()
    {
        var seen = await Run("echo x > /flink-fixed/file || echo refused", new Mount("/flink-fixed", Data("fixed"), true));
        Assert.True(seen == "not granted" || seen.Contains("refused"), seen);
        Assert.False(File.Exists(Path.Combine(folder, "fixed", "file")));
    }

    [Fact]
    public async Task A_mount_may_lie_inside_of_another()
    {
        var seen = await Run("cat /flink-outer/inner/name", new Mount("/flink-outer", Data("outer"), false), new Mount("/flink-outer/inner", Data("inner"), false));
        Assert.True(seen is "not granted" or "inner", seen);
    }
}
