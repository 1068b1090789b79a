using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;

namespace Toolbox.KubernetesApi.Models;

/// <summary>
/// JSON of the Kubernetes models that the toolbox uses. The client library's own options would link the metadata of every
/// model that exists, which costs several megabytes in the native executable.
/// </summary>
public static class KubernetesModels
{
    /// <summary>Options that know the models of <see cref="ResourceTypes"/> and everything inside them; absent members are not written.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions(KubernetesModelsContext.Default);

    /// <summary>Options with the same rules for types of another context, for example custom resources that hold Kubernetes models.</summary>
    public static JsonSerializerOptions With(params IJsonTypeInfoResolver[] contexts) =>
        CreateOptions(JsonTypeInfoResolver.Combine([.. contexts, KubernetesModelsContext.Default]));

    static JsonSerializerOptions CreateOptions(IJsonTypeInfoResolver resolver)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = resolver.WithAddedModifier(MicroTime.Mark),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Converters = { new TimeConverter() },
        };
        options.MakeReadOnly();
        return options;
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(V1Pod))]
[JsonSerializable(typeof(V1Service))]
[JsonSerializable(typeof(V1ConfigMap))]
[JsonSerializable(typeof(V1Secret))]
[JsonSerializable(typeof(V1Namespace))]
[JsonSerializable(typeof(V1Node))]
[JsonSerializable(typeof(Corev1Event))]
[JsonSerializable(typeof(V1ServiceAccount))]
[JsonSerializable(typeof(V1PersistentVolumeClaim))]
[JsonSerializable(typeof(V1Endpoints))]
[JsonSerializable(typeof(V1EndpointSlice))]
[JsonSerializable(typeof(V1Deployment))]
[JsonSerializable(typeof(V1ReplicaSet))]
[JsonSerializable(typeof(V1Job))]
[JsonSerializable(typeof(V1Lease))]
sealed partial class KubernetesModelsContext : JsonSerializerContext;
