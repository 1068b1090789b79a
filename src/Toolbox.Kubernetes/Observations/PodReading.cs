using k8s.Models;
using Toolbox.Core.Resources;

namespace Toolbox.Kubernetes.Observations;

/// <summary>Reads what decisions need of a JobManager or TaskManager pod.</summary>
public static class PodReading
{
    static readonly string[] MainContainers = ["jobmanager", "taskmanager"];

    public static PodObservation Observe(V1Pod pod) => new(
        pod.Metadata?.Name ?? "",
        pod.Metadata?.Uid ?? "",
        Phase(pod.Status?.Phase),
        pod.Status?.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) ?? false,
        pod.Metadata?.DeletionTimestamp is not null,
        MainContainer(pod)?.RestartCount ?? 0,
        pod.Status?.PodIP ?? "",
        PodTrouble.Of(pod));

    static PodPhase Phase(string? phase) => phase switch
    {
        "Pending" => PodPhase.Pending,
        "Running" => PodPhase.Running,
        "Succeeded" => PodPhase.Succeeded,
        "Failed" => PodPhase.Failed,
        _ => PodPhase.Unknown,
    };

    // A side container that is restarted loses no job.
    static V1ContainerStatus? MainContainer(V1Pod pod)
    {
        var statuses = pod.Status?.ContainerStatuses ?? [];
        return statuses.FirstOrDefault(status => MainContainers.Contains(status.Name)) ?? statuses.FirstOrDefault();
    }
}
