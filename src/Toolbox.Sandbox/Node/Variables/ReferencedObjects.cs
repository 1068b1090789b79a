using System.Collections.Immutable;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Variables;

/// <summary>The config maps and secrets that a pod refers to and that exist, by name.</summary>
public sealed record ReferencedObjects(
    ImmutableDictionary<string, V1ConfigMap> ConfigMaps,
    ImmutableDictionary<string, V1Secret> Secrets)
{
    public static readonly ReferencedObjects None =
        new(ImmutableDictionary<string, V1ConfigMap>.Empty, ImmutableDictionary<string, V1Secret>.Empty);

    /// <summary>The content of a config map by key; null when the config map does not exist.</summary>
    public IReadOnlyDictionary<string, byte[]>? ConfigMap(string name)
    {
        if (!ConfigMaps.TryGetValue(name, out var map))
            return null;
        var content = (map.Data ?? new Dictionary<string, string>()).ToDictionary(pair => pair.Key, pair => System.Text.Encoding.UTF8.GetBytes(pair.Value));
        foreach (var (key, value) in map.BinaryData ?? new Dictionary<string, byte[]>())
            content[key] = value;
        return content;
    }

    /// <summary>The content of a secret by key; null when the secret does not exist.</summary>
    public IReadOnlyDictionary<string, byte[]>? Secret(string name) =>
        Secrets.TryGetValue(name, out var secret) ? (secret.Data ?? new Dictionary<string, byte[]>()).AsReadOnly() : null;
}
