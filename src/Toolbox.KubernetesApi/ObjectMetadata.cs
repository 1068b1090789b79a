using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Toolbox.KubernetesApi;

/// <summary>Reads the metadata that every object has, whether it is a model of the client library, a type of our own or plain JSON.</summary>
public static class ObjectMetadata
{
    /// <exception cref="ArgumentException">The type carries no Kubernetes metadata.</exception>
    public static ObjectKey Key<T>(T value) => value switch
    {
        IMetadata<V1ObjectMeta> model => new(model.Metadata?.NamespaceProperty ?? "", model.Metadata?.Name ?? ""),
        JsonObject json => new(Text(json, "namespace"), Text(json, "name")),
        _ => throw Unknown<T>(),
    };

    /// <summary>Empty when the object has not been stored yet.</summary>
    public static string ResourceVersion<T>(T value) => value switch
    {
        IMetadata<V1ObjectMeta> model => model.Metadata?.ResourceVersion ?? "",
        JsonObject json => Text(json, "resourceVersion"),
        _ => throw Unknown<T>(),
    };

    /// <summary>Empty when the object has not been stored yet.</summary>
    public static string Uid<T>(T value) => value switch
    {
        IMetadata<V1ObjectMeta> model => model.Metadata?.Uid ?? "",
        JsonObject json => Text(json, "uid"),
        _ => throw Unknown<T>(),
    };

    /// <summary>Removes <c>managedFields</c>, often half of an object, which nobody who reads a cache needs. For <c>trim</c> of a cache.</summary>
    public static T WithoutManagedFields<T>(T value)
    {
        if (value is IMetadata<V1ObjectMeta> { Metadata: { } metadata }) metadata.ManagedFields = null;
        if (value is JsonObject json) (json["metadata"] as JsonObject)?.Remove("managedFields");
        return value;
    }

    /// <summary>Items of built-in lists carry neither <c>apiVersion</c> nor <c>kind</c>; objects in memory shall have both.</summary>
    internal static T Identify<T>(T value, string apiVersion, string kind)
    {
        if (value is IKubernetesObject model)
        {
            if (string.IsNullOrEmpty(model.ApiVersion)) model.ApiVersion = apiVersion;
            if (string.IsNullOrEmpty(model.Kind)) model.Kind = kind;
        }
        else if (value is JsonObject json)
        {
            json.TryAdd("apiVersion", apiVersion);
            json.TryAdd("kind", kind);
        }
        return value;
    }

    static string Text(JsonObject json, string name) =>
        json["metadata"] is JsonObject metadata && metadata[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    static ArgumentException Unknown<T>() => new($"{typeof(T).Name} carries no Kubernetes metadata");
}
