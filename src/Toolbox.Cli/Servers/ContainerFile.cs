using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Servers;

/// <summary>Files that a container's volumes and image bring.</summary>
static class ContainerFile
{
    /// <summary>Where a file lies: a node without mount namespaces, as the sandbox's is, hands the container's files over in a folder.</summary>
    public static string Locate(string path) =>
        Environment.GetEnvironmentVariable(ApiConnections.RootVariable) is { Length: > 0 } root && File.Exists(root + path) ? root + path : path;
}
