using k8s.Models;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Node.Workers;

public sealed partial class PodWorker
{
    static readonly TimeSpan EndLook = TimeSpan.FromMilliseconds(500);

    /// <summary>The pod is being deleted: ends its containers within the grace period, then removes the object. True when it is gone.</summary>
    async Task<bool> DeleteAsync(V1Pod pod)
    {
        foreach (var slot in init.Concat(main).Where(slot => slot.Running is not null))
            services.Events.Normal(pod, "Killing", $"Stopping container {slot.Spec.Name}", slot.Spec);
        await EndContainersAsync(Grace(pod));
        foreach (var slot in init.Concat(main))
            ends.Collect(pod, slot);
        if (Volatile.Read(ref current) is null)
            return true;
        if (surroundings is not null)
            await status.WriteAsync(pod, Record(), stop.Token);
        var answer = await services.Client.Delete(
            ResourceTypes.Pods, Key.Namespace, Key.Name, new DeleteOptions { GracePeriodSeconds = 0, Uid = Uid }, stop.Token);
        return answer is Answer<Deletion>.Ok or Answer<Deletion>.NotFound or Answer<Deletion>.Conflict or Answer<Deletion>.Gone;
    }

    static TimeSpan Grace(V1Pod pod) =>
        TimeSpan.FromSeconds(pod.Metadata.DeletionGracePeriodSeconds ?? pod.Spec.TerminationGracePeriodSeconds ?? 30);

    /// <summary>SIGTERM to all, SIGKILL to those that are left when the time is over or the pod is removed by force.</summary>
    async Task EndContainersAsync(TimeSpan grace)
    {
        var running = init.Concat(main).Where(slot => slot.Running is not null).ToList();
        if (running.Count == 0)
            return;
        foreach (var slot in running)
        {
            slot.StopProbes();
            slot.Running!.Terminate();
        }

        var all = Task.WhenAll(running.Select(slot => slot.Running!.Exit));
        var until = services.Now + grace;
        while (!all.IsCompleted && services.Now < until && !RemovedByForce())
            await Task.WhenAny(all, Task.Delay(EndLook, services.Options.Clock));
        foreach (var slot in running)
            slot.Running!.Kill();
        await all.WaitAsync(TimeSpan.FromSeconds(10));
    }

    bool RemovedByForce() => Volatile.Read(ref current) is null or { Metadata.DeletionGracePeriodSeconds: 0 };

    /// <summary>Ends one container without holding up the others.</summary>
    void EndLater(ContainerSlot slot, TimeSpan grace)
    {
        var container = slot.Running!;
        container.Terminate();
        _ = Task.Run(async () =>
        {
            await Task.WhenAny(container.Exit, Task.Delay(grace, services.Options.Clock, stop.Token));
            container.Kill();
        });
    }
}
