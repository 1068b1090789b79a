using System.Collections.Immutable;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Pods;

/// <summary>Computes a pod's status from what the node knows: pure, so that the same record always gives the same status.</summary>
public static class PodStatuses
{
    /// <param name="before">The conditions so far; those that the node does not write are kept.</param>
    public static V1PodStatus Of(V1Pod pod, PodRecord record, IList<V1PodCondition>? before, DateTime now)
    {
        var phase = PodPhase.Of(record, pod.Spec.RestartPolicy);
        return new V1PodStatus
        {
            Phase = phase,
            Reason = record.Failure?.Reason,
            Message = record.Failure?.Message,
            Conditions = PodConditions.Of(record, phase, before, now),
            HostIP = record.Network?.HostAddress,
            HostIPs = record.Network is { } host ? [new V1HostIP { Ip = host.HostAddress }] : null,
            PodIP = record.Network?.PodAddress,
            PodIPs = record.Network is { } own ? [new V1PodIP { Ip = own.PodAddress }] : null,
            StartTime = record.StartTime,
            InitContainerStatuses = record.Init.IsEmpty ? null : Containers(record.Init),
            ContainerStatuses = Containers(record.Main),
            QosClass = pod.Status?.QosClass,
        };
    }

    static List<V1ContainerStatus> Containers(ImmutableArray<ContainerRecord> records) => [.. records.Select(Container)];

    static V1ContainerStatus Container(ContainerRecord record) => new()
    {
        Name = record.Name,
        Image = record.Image,
        ImageID = record.ImageId ?? "",
        ContainerID = record.ContainerId,
        RestartCount = record.Restarts,
        Ready = record.Ready,
        Started = record.Started,
        State = State(record.State),
        LastState = record.Last is null ? new V1ContainerState() : State(record.Last),
    };

    static V1ContainerState State(ContainerState state) => state switch
    {
        ContainerState.Waiting waiting => new V1ContainerState
        {
            Waiting = new V1ContainerStateWaiting { Reason = waiting.Reason, Message = waiting.Message },
        },
        ContainerState.Running running => new V1ContainerState { Running = new V1ContainerStateRunning { StartedAt = running.StartedAt } },
        ContainerState.Terminated end => new V1ContainerState
        {
            Terminated = new V1ContainerStateTerminated
            {
                ExitCode = end.ExitCode,
                Reason = end.Reason,
                Message = end.Message,
                StartedAt = end.StartedAt,
                FinishedAt = end.FinishedAt,
                ContainerID = end.ContainerId,
            },
        },
    };
}
