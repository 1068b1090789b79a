namespace Toolbox.KubernetesApi;

/// <summary>Finds out how to reach the API server.</summary>
public static class ApiConnections
{
    /// <summary>
    /// Environment variable with a folder that takes the place of <c>/</c> for files mounted into a container. A node without mount
    /// namespaces (the sandbox) sets it for the processes it starts.
    /// </summary>
    public const string RootVariable = "FLINKCTL_ROOT";

    /// <summary>As the kubeconfig file says, for its current context or the one named.</summary>
    /// <exception cref="ApiConnectionException">The file is missing, unreadable or incomplete.</exception>
    public static ApiConnection FromKubeconfig(string path, string? context = null) => KubeconfigFile.Read(path, context);

    /// <summary>As Kubernetes tells every pod: two environment variables and the files of the service account.</summary>
    /// <param name="root">Folder that is put before the paths of the files; by default what <see cref="RootVariable"/> says.</param>
    /// <exception cref="ApiConnectionException">A variable or file is missing or wrong.</exception>
    public static ApiConnection InCluster(string? root = null) => InClusterFiles.Read(root);

    /// <summary>
    /// The kubeconfig named here; else the one that <c>KUBECONFIG</c> names; else, inside a pod, the service account; else
    /// <c>~/.kube/config</c>.
    /// </summary>
    /// <exception cref="ApiConnectionException">None of these exists, or the one that was chosen is wrong.</exception>
    public static ApiConnection Discover(string? kubeconfig = null, string? context = null)
    {
        if (!string.IsNullOrEmpty(kubeconfig)) return FromKubeconfig(kubeconfig, context);
        var variable = Environment.GetEnvironmentVariable("KUBECONFIG")?
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        // kubectl merges several files; the first that exists is what nearly everybody means.
        if (variable.Length > 0) return FromKubeconfig(variable.FirstOrDefault(File.Exists) ?? variable[0], context);
        if (InClusterFiles.Announced) return InCluster();
        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config");
        if (File.Exists(home)) return FromKubeconfig(home, context);
        throw new ApiConnectionException(
            $"no Kubernetes cluster is configured: KUBECONFIG is not set, this is not a pod ({InClusterFiles.HostVariable} is not set), and {home} does not exist");
    }
}
