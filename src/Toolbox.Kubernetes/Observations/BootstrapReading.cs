using k8s.Models;
using LanguageExt;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Manifests;

namespace Toolbox.Kubernetes.Observations;

/// <summary>Reads what a decision needs of a bootstrap Job and its pods.</summary>
public static class BootstrapReading
{
    /// <param name="job">The Kubernetes Job, if it is there.</param>
    /// <param name="pods">Its pods, in any order; they may outlive it.</param>
    public static BootstrapObservation Observe(Option<V1Job> job, IReadOnlyList<V1Pod> pods)
    {
        if (job.IsNone && pods.Count == 0) return BootstrapObservation.Absent;
        var newestFirst = pods.OrderByDescending(pod => pod.Metadata?.CreationTimestamp).ToList();
        return new BootstrapObservation(
            job.Exists(item => item.Metadata?.DeletionTimestamp is null) ? Presence.Present : Presence.Terminating,
            job.Map(item => JobId(item.Metadata)).Filter(id => id.Length > 0).IfNone(() => newestFirst.Select(pod => JobId(pod.Metadata)).FirstOrDefault() ?? ""),
            job.Exists(item => Has(item, "Complete") || item.Status?.Succeeded > 0),
            job.Exists(item => Has(item, "Failed")) || pods.Any(GaveUp),
            job.Exists(item => Has(item, "Complete")) ? "" : Trouble(job, newestFirst));
    }

    // Kubernetes would start the container again and again; the bootstrap itself says that this cannot help.
    static bool GaveUp(V1Pod pod) => (pod.Status?.ContainerStatuses ?? []).Any(container =>
        (container.State?.Terminated ?? container.LastState?.Terminated) is { ExitCode: BootstrapObservation.PermanentFailure });

    static string JobId(V1ObjectMeta? metadata) =>
        metadata?.Annotations is { } annotations && annotations.TryGetValue(ObjectAnnotations.JobId, out var id) ? id : "";

    static bool Has(V1Job job, string condition) =>
        job.Status?.Conditions?.Any(item => item.Type == condition && item.Status == "True") ?? false;

    // What the program said last explains more than that its container is being restarted.
    static string Trouble(Option<V1Job> job, IReadOnlyList<V1Pod> newestFirst) =>
        newestFirst.Select(PodTrouble.LastWords)
            .Concat(newestFirst.Select(PodTrouble.Of))
            .Concat(job.ToSeq().SelectMany(item => item.Status?.Conditions ?? [])
                .Where(item => item is { Type: "Failed", Status: "True" })
                .Select(item => OneLine.Of(item.Reason, item.Message)))
            .FirstOrDefault(text => text.Length > 0) ?? "";
}
