using k8s.Models;

namespace Toolbox.Kubernetes.Observations;

/// <summary>Why a pod does not run, as Kubernetes tells it in several places.</summary>
static class PodTrouble
{
    // A container that is only just being made is no trouble.
    static readonly string[] Usual = ["ContainerCreating", "PodInitializing"];

    /// <summary>One line, or empty when nothing is wrong.</summary>
    public static string Of(V1Pod pod) => Candidates(pod).FirstOrDefault(text => text.Length > 0) ?? "";

    static IEnumerable<string> Candidates(V1Pod pod)
    {
        var containers = (pod.Status?.InitContainerStatuses ?? []).Concat(pod.Status?.ContainerStatuses ?? []).ToList();
        foreach (var container in containers) yield return Now(container.State);
        yield return Unscheduled(pod);
        yield return OneLine.Of(pod.Status?.Reason, pod.Status?.Message);
    }

    static string Now(V1ContainerState? state)
    {
        if (state?.Waiting is { } waiting && !Usual.Contains(waiting.Reason)) return OneLine.Of(waiting.Reason, waiting.Message);
        return state?.Terminated is { ExitCode: not 0 } ended
            ? OneLine.Of($"{ended.Reason ?? "Error"} (exit code {ended.ExitCode})", ended.Message)
            : "";
    }

    static string Unscheduled(V1Pod pod)
    {
        var condition = pod.Status?.Conditions?.FirstOrDefault(item => item is { Type: "PodScheduled", Status: "False" });
        return condition is null ? "" : OneLine.Of(condition.Reason, condition.Message);
    }

    /// <summary>The last words of a container of this pod that failed, even if it was started again since; empty when there are none.</summary>
    public static string LastWords(V1Pod pod) =>
        (pod.Status?.ContainerStatuses ?? [])
            .Select(container => container.State?.Terminated is { ExitCode: not 0 } ? container.State.Terminated : container.LastState?.Terminated)
            .Where(ended => ended is { ExitCode: not 0 })
            .Select(ended => OneLine.Of($"{ended!.Reason ?? "Error"} (exit code {ended.ExitCode})", ended.Message))
            .FirstOrDefault() ?? "";
}
