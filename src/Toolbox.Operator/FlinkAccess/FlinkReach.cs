using k8s.Models;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>Where the JobManager of a cluster is asked from outside of Kubernetes; inside of it, its pod is.</summary>
/// <param name="Hostname">Host of the node ports, or of the forwarded port; null for this machine.</param>
/// <param name="PortForward">A port that somebody forwards to the JobManager.</param>
public sealed record FlinkReach(string? Hostname, int? PortForward)
{
    /// <summary>Null while it is not known: then the pod is asked, as inside of Kubernetes.</summary>
    /// <param name="service">The Service of the JobManager, whose node port counts when none is forwarded.</param>
    public Uri? Of(V1Service? service) => (Hostname, PortForward) switch
    {
        (_, { } port) => new UriBuilder("http", Hostname ?? "localhost", port).Uri,
        ({ } host, _) => service?.Spec?.Ports?.FirstOrDefault(port => port.Name == "ui")?.NodePort is { } port ? new UriBuilder("http", host, port).Uri : null,
        _ => null,
    };
}
