using k8s.Models;

namespace Toolbox.Sandbox.Node.Pods;

/// <summary>
/// What a node that (re)starts believes of a pod that it finds: containers that ran ended with their node, those that had ended for good
/// stay so, and those that may be restarted wait for that.
/// </summary>
public static class RecordFromStatus
{
    const int LostExitCode = 255;

    public static PodRecord Of(V1Pod pod, DateTime now)
    {
        var policy = pod.Spec.RestartPolicy;
        var init = pod.Spec.InitContainers ?? [];
        var waiting = init.Count > 0 ? "PodInitializing" : "ContainerCreating";
        return new PodRecord(
            pod.Status?.StartTime ?? now,
            null,
            [.. init.Select(container => Container(container, pod.Status?.InitContainerStatuses, waiting, now, end => RestartPolicy.RestartsInit(policy, end)))],
            [.. pod.Spec.Containers.Select(container => Container(container, pod.Status?.ContainerStatuses, waiting, now, end => RestartPolicy.Restarts(policy, end)))]);
    }

    static ContainerRecord Container(
        V1Container container, IList<V1ContainerStatus>? statuses, string waiting, DateTime now, Func<ContainerState.Terminated, bool> restarts)
    {
        var fresh = ContainerRecord.New(container.Name, container.Image, waiting);
        var status = statuses?.FirstOrDefault(status => status.Name == container.Name);
        if (status is null || End(status, now) is not { } end)
            return fresh;
        var ended = fresh with { State = end, Restarts = status.RestartCount, ContainerId = status.ContainerID, ImageId = status.ImageID };
        return restarts(end) ? ended with { State = fresh.State, Last = end } : ended;
    }

    /// <summary>The end of the last run; null when it never ran.</summary>
    static ContainerState.Terminated? End(V1ContainerStatus status, DateTime now) => status.State switch
    {
        { Running: { } running } => new ContainerState.Terminated(
            LostExitCode, "Unknown", "the node was restarted", running.StartedAt ?? now, now, status.ContainerID),
        { Terminated: { } end } => Read(end),
        _ => status.LastState?.Terminated is { } last ? Read(last) : null,
    };

    static ContainerState.Terminated Read(V1ContainerStateTerminated end) => new(
        end.ExitCode, end.Reason ?? "Error", end.Message, end.StartedAt ?? default, end.FinishedAt ?? default, end.ContainerID);
}
