using System.Collections.Concurrent;
using System.Net;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>
/// Keeps the hosts file of every real Flink process up to date: it plays cluster DNS for a JVM (<c>-Djdk.net.hosts.file</c>). The names
/// <c>localhost</c> and that of the machine are the process's own address, because Flink hands files to itself under them.
/// </summary>
public sealed class HostsFiles(ClusterNames names)
{
    readonly ConcurrentDictionary<string, (string Namespace, IPAddress Own, string? OwnName)> files = [];

    /// <param name="ownName">A service name that this process itself stands for: a JobManager must find itself before its pod is ready.</param>
    public void Add(string file, string @namespace, IPAddress own, string? ownName)
    {
        files[file] = (@namespace, own, ownName);
        Write(file);
    }

    public void Remove(string file) => files.TryRemove(file, out _);

    /// <summary>Rewrites all files whose content changed.</summary>
    public void Refresh()
    {
        foreach (var file in files.Keys)
            Write(file);
    }

    void Write(string file)
    {
        if (!files.TryGetValue(file, out var entry))
            return;
        var text = Render(entry.Own, entry.OwnName, Dns.GetHostName(), names.All(entry.Namespace));
        lock (files)
        {
            if (File.Exists(file) && File.ReadAllText(file) == text)
                return;
            File.WriteAllText(file + ".new", text);
            File.Move(file + ".new", file, overwrite: true);
        }
    }

    public static string Render(IPAddress own, string? ownName, string machine, IReadOnlyDictionary<string, IPAddress> services)
    {
        var lines = new List<string> { $"{own} localhost {machine} {own}" };
        if (ownName is not null)
            lines.Add($"{own} {ownName}");
        lines.AddRange(services.Where(pair => pair.Key != ownName).Select(pair => $"{pair.Value} {pair.Key}"));
        return string.Join('\n', lines) + "\n";
    }
}
