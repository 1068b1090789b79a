namespace Toolbox.Sandbox.Node;

/// <summary>Environment variables that the node gives to containers.</summary>
public static class NodeVariables
{
    /// <summary>The folder that stands for the root of the container: absolute paths of the pod are to be looked up in it first.</summary>
    public const string Root = "FLINKCTL_ROOT";

    /// <summary>The pod's address: all pods share one network here, so a server that listened on every interface would take the port from the others.</summary>
    public const string ListenAddress = "FLINKCTL_LISTEN_ADDRESS";

    /// <summary>Where the Kubernetes API is, as in every pod.</summary>
    public const string ApiHost = "KUBERNETES_SERVICE_HOST", ApiPort = "KUBERNETES_SERVICE_PORT";

    /// <summary>Variables of this process that containers get too; all others stay here.</summary>
    public static readonly string[] Inherited =
        ["PATH", "HOME", "LANG", "TZ", "TMPDIR", "JAVA_HOME", "DOTNET_ROOT", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR"];
}
