using System.Collections.Immutable;
using System.Diagnostics;
using Toolbox.Sandbox.Node.Containers;

namespace Toolbox.Sandbox.Node.Processes;

/// <summary>
/// Runs a command with a file system view of its own: everything of this machine, and the container's mounts at their places. The new root is
/// a folder in memory with everything bound into it, so that no mount point has to be made on the machine's own disk.
/// </summary>
public sealed class MountNamespace
{
    static readonly TimeSpan TrialLimit = TimeSpan.FromSeconds(10);
    readonly ImmutableArray<string> unshare;

    MountNamespace(ImmutableArray<string> unshare) => this.unshare = unshare;

    /// <summary>No mounts: commands run as they are.</summary>
    public static MountNamespace None { get; } = new([]);

    /// <summary>The kernel lets us have such views.</summary>
    public bool IsGranted => !unshare.IsEmpty;

    /// <summary>Tries what the kernel grants: as root, else as root of a user namespace.</summary>
    public static async Task<MountNamespace> FindAsync(string folder)
    {
        if (Confinement.Find("unshare") is not { } program || Confinement.Find("chroot") is null)
            return None;
        Directory.CreateDirectory(folder);
        foreach (var way in new ImmutableArray<string>[] { [program, "--mount"], [program, "--map-root-user", "--mount"] })
        {
            var trial = new MountNamespace(way);
            if (await SucceedsAsync(trial.Wrap(["/bin/sh", "-c", "test -d /flinkctl-trial"], [new Mount("/flinkctl-trial", folder, true)], folder)))
                return trial;
        }

        return None;
    }

    /// <summary>The command inside of a new view with these mounts; unchanged where that is not granted or not needed.</summary>
    /// <param name="folder">Where the script that builds the view is written.</param>
    public IReadOnlyList<string> Wrap(IReadOnlyList<string> command, ImmutableArray<Mount> mounts, string folder)
    {
        if (!IsGranted || mounts.IsEmpty)
            return command;
        var script = Path.Combine(folder, "mounts.sh");
        File.WriteAllText(script, MountScript.Render(mounts));
        var view = Path.Combine(folder, "view");
        Directory.CreateDirectory(view);
        return [.. unshare, "--propagation", "private", "/bin/sh", script, view, .. Confinement.DieWithParent(), .. command];
    }

    static async Task<bool> SucceedsAsync(IReadOnlyList<string> command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardError = true, RedirectStandardOutput = true });
        if (process is null)
            return false;
        using var limit = new CancellationTokenSource(TrialLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return false;
        }
    }
}
