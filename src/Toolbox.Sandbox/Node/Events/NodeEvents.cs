using System.Text.Json.Nodes;
using System.Threading.Channels;
using k8s.Models;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Node.Events;

/// <summary>
/// Writes events about pods, in order and in the background. An event that repeats raises the count of the first one; when the API server is
/// away, events are dropped after one attempt, as events are.
/// </summary>
public sealed class NodeEvents : IAsyncDisposable
{
    const int Remembered = 4096;
    static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);
    readonly Channel<(EventKey Key, V1ObjectReference About)> queue =
        Channel.CreateBounded<(EventKey, V1ObjectReference)>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
    readonly Dictionary<EventKey, (string Name, int Count)> written = [];
    readonly KubernetesApiClient client;
    readonly NodeOptions options;
    readonly CancellationTokenSource stop = new();
    readonly Task running;
    long number;

    public NodeEvents(KubernetesApiClient client, NodeOptions options)
    {
        this.client = client;
        this.options = options;
        number = options.Clock.GetUtcNow().Ticks;
        running = Task.Run(RunAsync);
    }

    /// <param name="container">The container that it is about; null for the whole pod.</param>
    public void Normal(V1Pod pod, string reason, string message, V1Container? container = null) => Record(pod, "Normal", reason, message, container);

    /// <inheritdoc cref="Normal"/>
    public void Warning(V1Pod pod, string reason, string message, V1Container? container = null) => Record(pod, "Warning", reason, message, container);

    /// <summary>What is queued is still written, if the API server takes it quickly.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        stop.CancelAfter(LastWords);
        await running;
    }

    void Record(V1Pod pod, string type, string reason, string message, V1Container? container)
    {
        var kind = pod.Spec.InitContainers?.Contains(container) == true ? "spec.initContainers" : "spec.containers";
        var about = new V1ObjectReference
        {
            ApiVersion = "v1",
            Kind = "Pod",
            Name = pod.Metadata.Name,
            NamespaceProperty = pod.Metadata.NamespaceProperty,
            Uid = pod.Metadata.Uid,
            ResourceVersion = pod.Metadata.ResourceVersion,
            FieldPath = container is null ? null : $"{kind}{{{container.Name}}}",
        };
        queue.Writer.TryWrite((new EventKey(pod.Metadata.Uid, type, reason, message, about.FieldPath), about));
    }

    async Task RunAsync()
    {
        try
        {
            await foreach (var (key, about) in queue.Reader.ReadAllAsync(stop.Token))
                await WriteOrRepeatAsync(key, about);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The node has stopped; nobody waits for these events.
        }
    }

    async Task WriteOrRepeatAsync(EventKey key, V1ObjectReference about)
    {
        if (written.Count > Remembered)
            written.Clear();
        if (!written.TryGetValue(key, out var first) || !await RepeatAsync(key, first, about.NamespaceProperty))
            await WriteAsync(key, about);
    }

    async Task<bool> RepeatAsync(EventKey key, (string Name, int Count) first, string @namespace)
    {
        var patch = new JsonObject { ["count"] = first.Count + 1, ["lastTimestamp"] = options.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") };
        var answer = await client.MergePatch(ResourceTypes.Events, @namespace, first.Name, patch, cancellation: stop.Token);
        if (!answer.IsOk(out _))
            return false;
        written[key] = (first.Name, first.Count + 1);
        return true;
    }

    async Task WriteAsync(EventKey key, V1ObjectReference about)
    {
        var now = options.Clock.GetUtcNow().UtcDateTime;
        var name = $"{about.Name}.{++number:x}";
        var answer = await client.Create(ResourceTypes.Events, about.NamespaceProperty, new Corev1Event
        {
            Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = about.NamespaceProperty },
            InvolvedObject = about,
            Type = key.Type,
            Reason = key.Reason,
            Message = key.Message,
            Count = 1,
            FirstTimestamp = now,
            LastTimestamp = now,
            Source = new V1EventSource { Component = options.Name, Host = options.Name },
            ReportingComponent = options.Name,
            ReportingInstance = options.Name,
        }, cancellation: stop.Token);
        if (answer.IsOk(out _))
            written[key] = (name, 1);
        else
            options.Log.ForContext<NodeEvents>().Debug("Event {Reason} about {Pod} was not written: {Answer}", key.Reason, about.Name, answer.Describe());
    }
}
