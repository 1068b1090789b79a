using System.Collections.Immutable;
using System.Net;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>
/// The cluster's name service as this node knows it: which address a Service's name stands for. As with DNS, a name exists as soon as its
/// Service does; while no pod is behind it, it stands for an address where nobody answers.
/// </summary>
/// <param name="nobody">The address where nobody answers.</param>
public sealed class ClusterNames(Func<IEnumerable<V1Service>> services, Func<IEnumerable<V1Pod>> pods, IPAddress nobody)
{
    TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when an answer may have changed.</summary>
    public Task Changed => Volatile.Read(ref changed).Task;

    public void NoteChange() =>
        Interlocked.Exchange(ref changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>The address behind a name as seen from a namespace; null when there is no such Service.</summary>
    public IPAddress? Resolve(string @namespace, string name)
    {
        if (IPAddress.TryParse(name, out var literal))
            return literal;
        var parts = name.Split('.');
        var home = parts.Length > 1 ? parts[1] : @namespace;
        var service = services().FirstOrDefault(service => service.Metadata.Name == parts[0] && service.Metadata.NamespaceProperty == home);
        return service is null ? null : Behind(service);
    }

    /// <summary>All names of the Services of a namespace with their addresses.</summary>
    public ImmutableSortedDictionary<string, IPAddress> All(string @namespace) => services()
        .Where(service => service.Metadata.NamespaceProperty == @namespace && service.Spec?.Type != "ExternalName")
        .SelectMany(service => Spellings(service.Metadata.Name, @namespace).Select(name => (name, address: Behind(service))))
        .ToImmutableSortedDictionary(pair => pair.name, pair => pair.address, StringComparer.Ordinal);

    static IEnumerable<string> Spellings(string name, string @namespace) =>
        [name, $"{name}.{@namespace}", $"{name}.{@namespace}.svc", $"{name}.{@namespace}.svc.cluster.local"];

    IPAddress Behind(V1Service service)
    {
        var selector = service.Spec?.Selector ?? new Dictionary<string, string>();
        var pod = pods()
            .Where(pod => selector.Count > 0 && pod.Metadata.NamespaceProperty == service.Metadata.NamespaceProperty && Serves(pod) && Matches(pod, selector))
            .OrderByDescending(IsReady)
            .ThenByDescending(pod => pod.Metadata.CreationTimestamp)
            .FirstOrDefault();
        return pod is null ? nobody : IPAddress.Parse(pod.Status.PodIP);
    }

    static bool Serves(V1Pod pod) =>
        pod.Status is { PodIP: { Length: > 0 }, Phase: not ("Succeeded" or "Failed") } && pod.Metadata.DeletionTimestamp is null;

    static bool IsReady(V1Pod pod) => pod.Status.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) == true;

    static bool Matches(V1Pod pod, IDictionary<string, string> selector) =>
        selector.All(pair => pod.Metadata.Labels is { } labels && labels.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
