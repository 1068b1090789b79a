using k8s.Models;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>The variables that every container has: some of this process's, the pod's host name and where the Kubernetes API is.</summary>
static class GivenVariables
{
    public static Dictionary<string, string> Of(V1Pod pod, Uri server)
    {
        var given = new Dictionary<string, string>();
        foreach (var name in NodeVariables.Inherited)
            if (Environment.GetEnvironmentVariable(name) is { } value)
                given[name] = value;
        given["HOSTNAME"] = pod.Metadata.Name;
        given[NodeVariables.ApiHost] = server.Host;
        given[NodeVariables.ApiPort] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        given["KUBERNETES_SERVICE_PORT_HTTPS"] = given[NodeVariables.ApiPort];
        return given;
    }
}
