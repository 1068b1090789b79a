using System.Net;
using k8s.Models;
using Toolbox.Sandbox.Node.Probes;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>Starts the probes of a container that runs.</summary>
static class ContainerProbes
{
    /// <param name="title"><c>Liveness</c> or <c>Readiness</c>, for events.</param>
    /// <returns>Null when there is no such probe, or it is of a kind that the sandbox does not carry out.</returns>
    public static Probe? Start(V1Probe? settings, string title, V1Pod pod, V1Container container, IPAddress address, NodeServices services, Action ring)
    {
        if (settings is null)
            return null;
        if (ProbeTarget.Of(settings, container, address) is not { } target)
        {
            services.Events.Warning(pod, "UnsupportedProbe", $"{title} probe of container {container.Name} is not carried out: only httpGet and tcpSocket are", container);
            return null;
        }

        return new Probe(target, settings, title == "Readiness", services.Options.Clock, problem =>
        {
            if (problem is not null)
                services.Events.Warning(pod, "Unhealthy", $"{title} probe failed: {problem}", container);
            ring();
        });
    }
}
