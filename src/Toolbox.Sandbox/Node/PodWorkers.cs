using System.Collections.Concurrent;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node.Logs;
using Toolbox.Sandbox.Node.Workers;

namespace Toolbox.Sandbox.Node;

/// <summary>The workers of the pods of this node, one for each uid.</summary>
public sealed class PodWorkers(NodeServices services, LogStore logs)
{
    readonly ConcurrentDictionary<string, PodWorker> workers = [];

    public int Count => workers.Count;

    /// <summary>Tells the pod as it is now; a new one gets a worker.</summary>
    public void Update(V1Pod pod)
    {
        if (pod.Spec?.NodeName == services.Options.Name)
            workers.GetOrAdd(pod.Metadata.Uid, _ => new PodWorker(services, logs, pod)).Update(pod);
    }

    /// <summary>The pod's object is gone: its containers end, and its folder is removed.</summary>
    public async Task RemoveAsync(V1Pod pod)
    {
        if (!workers.TryGetValue(pod.Metadata.Uid, out var worker))
            return;
        worker.Update(null);
        await worker.Finished;
        logs.Forget(worker.Uid);
        RemoveFolder(worker.Uid);
        workers.TryRemove(worker.Uid, out _);
    }

    /// <summary>Removes the folders of pods that were deleted while no node ran.</summary>
    public void RemoveAllBut(IEnumerable<string> uids)
    {
        var known = uids.ToHashSet();
        foreach (var folder in Directory.EnumerateDirectories(services.Folders.Pods).Select(Path.GetFileName).OfType<string>())
            if (!known.Contains(folder))
                RemoveFolder(folder);
    }

    public PodWorker? Find(string @namespace, string pod) =>
        workers.Values.Where(worker => worker.Key == new ObjectKey(@namespace, pod)).OrderBy(worker => worker.Finished.IsCompleted).FirstOrDefault();

    /// <summary>Ends all containers, without a word to the API server.</summary>
    public async Task StopAsync()
    {
        var all = workers.Values.ToList();
        await Task.WhenAll(all.Select(worker => worker.StopAsync()));
        foreach (var worker in all)
        {
            logs.Forget(worker.Uid);
            workers.TryRemove(worker.Uid, out _);
        }
    }

    void RemoveFolder(string uid)
    {
        try
        {
            if (Directory.Exists(services.Folders.Pod(uid)))
                Directory.Delete(services.Folders.Pod(uid), recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            services.Options.Log.Warning("The folder of pod {Uid} was not removed: {Problem}", uid, exception.Message);
        }
    }
}
