using System.Text;
using Toolbox.Sandbox.Node.Containers;

namespace Toolbox.Sandbox.Node.Processes;

/// <summary>
/// Writes the shell script that builds a container's view of the file system in a new mount namespace and enters it. Folders of the machine
/// that lack a mount point are replaced by folders in memory that show the same content ("mirrored"), so nothing is written to them.
/// </summary>
public sealed class MountScript
{
    const string Head = """
        set -eu
        new=$1; shift; here=$(pwd)
        mirror() {
          mount -t tmpfs -o mode=755 tmpfs "$new$1"
          for entry in "$1"/* "$1"/.[!.]*; do
            name=${entry##*/}
            if [ -L "$entry" ]; then ln -s "$(readlink "$entry")" "$new$1/$name"
            elif [ -d "$entry" ]; then mkdir "$new$1/$name"; mount --rbind "$entry" "$new$1/$name"
            elif [ -e "$entry" ]; then : > "$new$1/$name"; mount --bind "$entry" "$new$1/$name"
            fi
          done
        }
        mirror ""

        """;

    const string Tail = """
        exec chroot "$new" /bin/sh -c 'cd "$0" && exec "$@"' "$here" "$@"

        """;

    readonly StringBuilder text = new(Head);
    readonly HashSet<string> made = [""];
    readonly List<Mount> mounted = [];

    MountScript() { }

    public static string Render(IEnumerable<Mount> mounts)
    {
        var script = new MountScript();
        foreach (var mount in mounts.OrderBy(mount => mount.Path.Count(character => character == '/')).ThenBy(mount => mount.Path, StringComparer.Ordinal))
            script.Add(mount);
        return script.text.Append(Tail).ToString();
    }

    void Add(Mount mount)
    {
        var parts = mount.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var current = "";
        for (var place = 0; place < parts.Length; place++)
        {
            var last = place == parts.Length - 1;
            var next = Resolve($"{current}/{parts[place]}");
            if (!Exists(next))
                Make(current, next, last && !Directory.Exists(mount.Target));
            current = next;
        }

        text.Append($"mount --rbind {Quote(mount.Target)} \"$new\"{Quote(current)}\n");
        if (mount.ReadOnly)
            text.Append($"mount -o remount,bind,ro \"$new\"{Quote(current)} || true\n");
        mounted.Add(mount with { Path = current });
    }

    void Make(string parent, string path, bool file)
    {
        // Inside of another mount the mount point is made in what is mounted there, as container runtimes do.
        if (!made.Contains(parent) && Under(parent) is null)
        {
            text.Append($"mirror {Quote(parent)}\n");
            made.Add(parent);
        }

        text.Append(file ? $": > \"$new\"{Quote(path)}\n" : $"mkdir \"$new\"{Quote(path)}\n");
        if (!file)
            made.Add(path);
    }

    bool Exists(string path) => made.Contains(path) || Path.Exists(Under(path) ?? path);

    /// <summary>Where a path inside of an earlier mount lies on the machine; null for all others.</summary>
    string? Under(string path)
    {
        var mount = mounted.LastOrDefault(mount => path == mount.Path || path.StartsWith(mount.Path + "/", StringComparison.Ordinal));
        return mount is null ? null : mount.Target + path[mount.Path.Length..];
    }

    /// <summary>Folders such as /var/run are links on many machines; inside of the view the link leads to the same place.</summary>
    string Resolve(string path) =>
        Under(path) is null && new DirectoryInfo(path) is { LinkTarget: not null, Exists: true } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : path;

    static string Quote(string text) => $"'{text.Replace("'", "'\\''")}'";
}
