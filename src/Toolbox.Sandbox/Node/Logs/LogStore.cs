using System.Collections.Concurrent;

namespace Toolbox.Sandbox.Node.Logs;

/// <summary>Finds the logs of containers: of the present run and of the one before; older ones are removed.</summary>
public sealed class LogStore(NodeFolders folders, NodeOptions options)
{
    readonly ConcurrentDictionary<string, ContainerLog> live = [];

    /// <summary>Opens the log of a new run.</summary>
    public ContainerLog Open(string uid, string container, int run)
    {
        var file = folders.Log(uid, container, run);
        Remove(folders.Log(uid, container, run - 2));
        var log = new ContainerLog(file, options.LogBytes, options.Clock);
        live[file] = log;
        return log;
    }

    /// <summary>The log of a run, with the live object when it was written by this process; null when there is none.</summary>
    public (string File, ContainerLog? Live)? Find(string uid, string container, int run)
    {
        var file = folders.Log(uid, container, run);
        return File.Exists(file) ? (file, live.GetValueOrDefault(file)) : null;
    }

    /// <summary>Forgets the logs of a pod that is gone.</summary>
    public void Forget(string uid)
    {
        var prefix = folders.Pod(uid) + Path.DirectorySeparatorChar;
        foreach (var file in live.Keys.Where(file => file.StartsWith(prefix, StringComparison.Ordinal)))
            if (live.TryRemove(file, out var log))
                log.Dispose();
    }

    void Remove(string file)
    {
        live.TryRemove(file, out _);
        if (File.Exists(file))
            File.Delete(file);
        if (File.Exists(file + ".1"))
            File.Delete(file + ".1");
    }
}
