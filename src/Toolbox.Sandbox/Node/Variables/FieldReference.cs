using System.Text;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Variables;

/// <summary>Reads a field of a pod for the downward API; the paths are those that Kubernetes allows in <c>fieldRef.fieldPath</c>.</summary>
public static class FieldReference
{
    /// <summary>The value of a path such as <c>metadata.name</c> or <c>metadata.labels['app']</c>; null when the path is not supported.</summary>
    public static string? Read(V1Pod pod, PodNetwork network, string path) => path switch
    {
        "metadata.name" => pod.Metadata.Name,
        "metadata.namespace" => pod.Metadata.NamespaceProperty,
        "metadata.uid" => pod.Metadata.Uid,
        "metadata.labels" => Lines(pod.Metadata.Labels),
        "metadata.annotations" => Lines(pod.Metadata.Annotations),
        "spec.nodeName" => pod.Spec.NodeName,
        "spec.serviceAccountName" => pod.Spec.ServiceAccountName ?? "default",
        "status.hostIP" or "status.hostIPs" => network.HostAddress,
        "status.podIP" or "status.podIPs" => network.PodAddress,
        _ => Entry(path, "metadata.labels", pod.Metadata.Labels) ?? Entry(path, "metadata.annotations", pod.Metadata.Annotations),
    };

    static string? Entry(string path, string prefix, IDictionary<string, string>? values)
    {
        if (!path.StartsWith(prefix + "['", StringComparison.Ordinal) || !path.EndsWith("']", StringComparison.Ordinal))
            return null;
        var key = path[(prefix.Length + 2)..^2];
        return values is not null && values.TryGetValue(key, out var value) ? value : "";
    }

    static string Lines(IDictionary<string, string>? values)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in (values ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(key).Append("=\"").Append(value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")).Append("\"\n");
        return text.ToString();
    }
}
