using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.Core;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Events;

/// <summary>
/// Publishes events that <c>kubectl describe</c> shows. A repetition raises the count of the event that is there; what comes too fast
/// is dropped, as the status says the same.
/// </summary>
/// <param name="component">Who reports: <c>flink-operator</c> or <c>flink-supervisor</c>.</param>
/// <param name="instance">Which of its processes, for example the pod's name.</param>
public sealed class EventPublisher(KubernetesApiClient client, string component, string instance, TimeProvider time)
{
    // Limits of the API server (validation of core/v1 Event).
    const int LongestMessage = 1024;
    const int LongestReason = 128;

    readonly EventSeries _series = new(component, time);

    /// <summary>Writes or repeats one event about a resource; every failure is an outcome, and no event is worth a second try.</summary>
    public async Task<Outcome> Publish(FlinkResource about, Notice notice, CancellationToken cancellation)
    {
        var key = new EventKey(about.Uid, notice.IsWarning, notice.Reason, notice.Message);
        if (!_series.Admits(about.Uid)) return new Outcome.Throttled(EventSeries.Refill);
        if (_series.Repeat(key) is not { } repeated) return await Create(about, key, cancellation);
        var patch = new JsonObject { ["count"] = repeated.Count, ["lastTimestamp"] = Seconds() };
        var answer = await client.MergePatch(ResourceTypes.Events, about.Namespace, repeated.Name, patch, FieldManagers.Update, cancellation);
        // Events live for an hour by default; one that is gone begins anew.
        return answer is Answer<Corev1Event>.NotFound ? await Create(about, key, cancellation) : Outcomes.From(answer);
    }

    async Task<Outcome> Create(FlinkResource about, EventKey key, CancellationToken cancellation)
    {
        var name = _series.Begin(key, about.Name);
        var answer = await client.Create(ResourceTypes.Events, about.Namespace, Event(about, key, name), FieldManagers.Update, cancellation);
        if (!answer.IsOk(out _)) _series.Forget(key);
        return Outcomes.From(answer);
    }

    Corev1Event Event(FlinkResource about, EventKey key, string name)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new Corev1Event
        {
            Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = about.Namespace },
            InvolvedObject = new V1ObjectReference
            {
                ApiVersion = about.ApiVersion,
                Kind = about.Kind,
                Name = about.Name,
                NamespaceProperty = about.Namespace,
                Uid = about.Uid,
                ResourceVersion = about.ResourceVersion,
            },
            Type = key.IsWarning ? "Warning" : "Normal",
            Reason = Cut(key.Reason, LongestReason),
            Message = Cut(key.Message, LongestMessage),
            Action = Cut(key.Reason, LongestReason),
            Count = 1,
            FirstTimestamp = now,
            LastTimestamp = now,
            Source = new V1EventSource { Component = component },
            ReportingComponent = component,
            ReportingInstance = Cut(instance, LongestReason),
        };
    }

    string Seconds() => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 3)] + "...";
}
