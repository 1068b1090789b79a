using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Controllers.Machinery;

/// <summary>
/// Writes Event objects beside the work, which never waits for them. The same event of the same object is counted up instead of
/// repeated; an event that cannot be written is dropped, as in Kubernetes.
/// </summary>
sealed class EventRecorder(KubernetesApiClient client, ControllerManagerOptions options)
{
    const int MostRemembered = 4096;
    readonly Channel<JsonObject> _pending = Channel.CreateBounded<JsonObject>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    readonly Dictionary<string, JsonObject> _written = [];

    public void Normal(string component, JsonObject about, string reason, string message) => Record(component, about, "Normal", reason, message);

    public void Warning(string component, JsonObject about, string reason, string message) => Record(component, about, "Warning", reason, message);

    public async Task Run(CancellationToken cancellation)
    {
        await foreach (var next in _pending.Reader.ReadAllAsync(cancellation)) await Write(next, cancellation);
    }

    void Record(string component, JsonObject about, string type, string reason, string message)
    {
        var time = options.Time.GetUtcNow();
        var metadata = about.At("metadata");
        var involved = new JsonObject { ["kind"] = about.TextAt("kind"), ["namespace"] = metadata.TextAt("namespace"), ["name"] = metadata.TextAt("name") };
        involved["uid"] = metadata.TextAt("uid");
        involved["apiVersion"] = about.TextAt("apiVersion");
        involved["resourceVersion"] = metadata.TextAt("resourceVersion");
        _pending.Writer.TryWrite(new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{metadata.TextAt("name")}.{(time.UtcTicks * 100 & long.MaxValue).ToString("x", CultureInfo.InvariantCulture)}",
                ["namespace"] = metadata.TextAt("namespace") ?? "default",
            },
            ["involvedObject"] = involved,
            ["reason"] = reason,
            ["message"] = message,
            ["source"] = new JsonObject { ["component"] = component },
            ["firstTimestamp"] = Times.Text(time),
            ["lastTimestamp"] = Times.Text(time),
            ["count"] = 1,
            ["type"] = type,
            ["reportingComponent"] = component,
            ["reportingInstance"] = "",
        });
    }

    async Task Write(JsonObject next, CancellationToken cancellation)
    {
        var @namespace = next.TextAt("metadata", "namespace");
        var identity = string.Join('\n', next.TextAt("involvedObject", "uid"), next.TextAt("reason"), next.TextAt("message"), next.TextAt("source", "component"));
        Answer<JsonObject>? answer = null;
        if (_written.TryGetValue(identity, out var before))
        {
            var patch = new JsonObject { ["count"] = (before.NumberAt("count") ?? 1) + 1, ["lastTimestamp"] = next["lastTimestamp"]!.DeepClone() };
            answer = await client.MergePatch(Resources.Events, @namespace, before.TextAt("metadata", "name")!, patch, ControllerContext.Manager, cancellation);
        }
        if (answer is null or Answer<JsonObject>.NotFound)
            answer = await client.Create(Resources.Events, @namespace, next, ControllerContext.Manager, cancellation);
        if (_written.Count >= MostRemembered) _written.Clear();
        if (answer.IsOk(out var written)) _written[identity] = written;
        else options.Log.Debug("event {Reason} was not written: {Answer}", next.TextAt("reason"), answer.Describe());
    }
}
