using k8s.Models;

namespace Toolbox.Kubernetes.Execution;

/// <summary>Tells the first toolbox's supervisor from ours: it named the container after the bootstrap.</summary>
static class Predecessor
{
    public static bool Made(V1PodSpec? pod) => pod?.Containers?.Any(container => container.Name == "bootstrap") ?? false;
}
