using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Controllers.Services;

/// <summary>The pods behind a service, with their addresses and ports.</summary>
static class ServiceEndpoints
{
    /// <summary>A service without a selector is somebody else's to fill; an external name has no endpoints.</summary>
    public static bool IsManaged(JsonObject service) =>
        service.At("spec", "selector") is JsonObject { Count: > 0 } && service.TextAt("spec", "type") != "ExternalName";

    public static bool IsHeadless(JsonObject service) => service.TextAt("spec", "clusterIP") == "None";

    public static List<JsonObject> Pods(JsonObject service, IEnumerable<JsonObject> pods)
    {
        var selector = Selector(service);
        return [.. pods
            .Where(pod => selector.Matches(pod))
            .Where(pod => pod.TextAt("status", "podIP") is { Length: > 0 } && !Machinery.Pods.IsFinished(pod))
            .OrderBy(pod => ObjectMetadata.Key(pod).Name, StringComparer.Ordinal)];
    }

    /// <summary>A service's selector is a plain map of labels.</summary>
    public static LabelSelector Selector(JsonObject service) =>
        LabelSelector.FromObject(new JsonObject { ["matchLabels"] = service.At("spec", "selector")?.DeepClone() });

    public static bool TakesUnready(JsonObject service) => service.FlagAt("spec", "publishNotReadyAddresses") == true;

    /// <summary>The ports of a service as one pod has them; a named port that the pod lacks is left out.</summary>
    public static IReadOnlyList<EndpointPort> Ports(JsonObject service, JsonObject pod) =>
        [.. service.ObjectsAt("spec", "ports").Select(port => Port(port, pod)).OfType<EndpointPort>()];

    public static JsonObject TargetReference(JsonObject pod) => new()
    {
        ["kind"] = "Pod",
        ["namespace"] = pod.TextAt("metadata", "namespace"),
        ["name"] = pod.TextAt("metadata", "name"),
        ["uid"] = pod.TextAt("metadata", "uid"),
    };

    static EndpointPort? Port(JsonObject port, JsonObject pod)
    {
        var (name, protocol) = (port.TextAt("name") ?? "", port.TextAt("protocol") ?? "TCP");
        var target = port["targetPort"];
        var number = target.AsNumber() ?? (target.AsText() is { } wanted ? Named(pod, wanted, protocol) : port.NumberAt("port"));
        return number is { } found ? new EndpointPort(name, protocol, found) : null;
    }

    static long? Named(JsonObject pod, string name, string protocol) => pod.ObjectsAt("spec", "containers")
        .SelectMany(container => container.ObjectsAt("ports"))
        .FirstOrDefault(port => port.TextAt("name") == name && (port.TextAt("protocol") ?? "TCP") == protocol)
        .NumberAt("containerPort");
}
