using System.Net;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Probes;

/// <summary>Where a probe looks: an HTTP address or a TCP port of the pod. Other kinds of probe are not carried out.</summary>
public sealed record ProbeTarget(Uri Address, bool Http)
{
    /// <summary>Null when the probe is of a kind that the sandbox does not carry out, or its port has no number.</summary>
    public static ProbeTarget? Of(V1Probe probe, V1Container container, IPAddress pod)
    {
        if (probe.HttpGet is { } http && Port(http.Port?.Value, container) is { } port)
        {
            var host = string.IsNullOrEmpty(http.Host) ? pod.ToString() : http.Host;
            var scheme = string.Equals(http.Scheme, "HTTPS", StringComparison.OrdinalIgnoreCase) ? "https" : "http";
            return new ProbeTarget(new Uri($"{scheme}://{host}:{port}/{(http.Path ?? "").TrimStart('/')}"), true);
        }

        return probe.TcpSocket is { } tcp && Port(tcp.Port?.Value, container) is { } number
            ? new ProbeTarget(new Uri($"tcp://{(string.IsNullOrEmpty(tcp.Host) ? pod.ToString() : tcp.Host)}:{number}"), false)
            : null;
    }

    static int? Port(string? text, V1Container container) =>
        int.TryParse(text, out var number) ? number : container.Ports?.FirstOrDefault(port => port.Name == text)?.ContainerPort;
}
