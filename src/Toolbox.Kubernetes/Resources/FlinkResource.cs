using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace Toolbox.Kubernetes.Resources;

/// <summary>
/// A FlinkDeployment, FlinkCluster or FlinkJob as the API server delivers it. Spec and status stay JSON: fields that this version
/// does not know are kept, and digests are computed of what is really there.
/// </summary>
public sealed class FlinkResource : IKubernetesObject<V1ObjectMeta>
{
    // Absent until it was read, like those of the client library's models: the client fills them in when it writes.
    public string ApiVersion { get; set; } = null!;

    public string Kind { get; set; } = null!;

    public V1ObjectMeta Metadata { get; set; } = new();

    /// <summary>Undefined when the resource has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Spec { get; set; }

    /// <summary>Undefined until the first status is written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Status { get; set; }

    [JsonIgnore]
    public string Namespace => Metadata.NamespaceProperty ?? "";

    [JsonIgnore]
    public string Name => Metadata.Name ?? "";

    [JsonIgnore]
    public string Uid => Metadata.Uid ?? "";

    [JsonIgnore]
    public string ResourceVersion => Metadata.ResourceVersion ?? "";

    /// <summary>An annotation's text, or null.</summary>
    public string? Annotation(string name) =>
        Metadata.Annotations is { } annotations && annotations.TryGetValue(name, out var text) ? text : null;

    /// <summary>The same resource after a number of its spec was changed; this one stays as it is.</summary>
    public FlinkResource Scaled(string field, int number, string resourceVersion)
    {
        var spec = Spec.ValueKind == JsonValueKind.Object ? JsonObject.Create(Spec)! : [];
        spec[field] = number;
        using var document = JsonDocument.Parse(spec.ToJsonString());
        return new FlinkResource
        {
            ApiVersion = ApiVersion,
            Kind = Kind,
            Metadata = Metadata with { ResourceVersion = resourceVersion, Generation = (Metadata.Generation ?? 0) + 1 },
            Spec = document.RootElement.Clone(),
            Status = Status,
        };
    }
}
