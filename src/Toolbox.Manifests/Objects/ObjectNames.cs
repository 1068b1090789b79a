using System.Security.Cryptography;
using System.Text;

namespace Toolbox.Manifests;

/// <summary>
/// Names of the objects of a cluster. They are the well-known ones (<c>jobmanager-CLUSTER</c>) as long as they fit into the 63 characters
/// that Kubernetes allows for Service names, host names and label values; a longer one is cut and gets a digest of the whole name,
/// so that it is the same every time and differs from its neighbours.
/// </summary>
public static class ObjectNames
{
    public const int MaxLength = 63;

    const int DigestLength = 8;

    public static string JobManagerService(string clusterName) => Fit($"jobmanager-{clusterName}");

    /// <param name="suffix">Chosen by the caller; deterministic, so that a repeated creation meets its first one.</param>
    public static string JobManagerPod(string clusterName, string suffix) => Fit($"jobmanager-{clusterName}-{suffix}");

    /// <inheritdoc cref="JobManagerPod"/>
    public static string TaskManagerPod(string clusterName, string suffix) => Fit($"taskmanager-{clusterName}-{suffix}");

    public static string SupervisorDeployment(string clusterName) => Fit($"supervisor-{clusterName}");

    public static string BootstrapJob(string clusterName, string jobName) => Fit($"bootstrap-{clusterName}-{jobName}");

    /// <summary>A text as a label value: unchanged when it is short enough, else cut with a digest at its end.</summary>
    public static string LabelValue(string text) => Fit(text);

    static string Fit(string name)
    {
        if (name.Length <= MaxLength)
            return name;
        // What remains must not end in a separator before the dash, and a label value must not either.
        var kept = name[..(MaxLength - DigestLength - 1)].TrimEnd('-', '.', '_');
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..DigestLength];
        return $"{kept}-{digest}";
    }
}
