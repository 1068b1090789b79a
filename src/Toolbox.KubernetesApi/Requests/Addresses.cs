namespace Toolbox.KubernetesApi;

/// <summary>Paths of collections and objects, as the Kubernetes API lays them out.</summary>
static class Addresses
{
    /// <summary>The collection of one namespace, or of all where none is given.</summary>
    public static string Collection<T>(ResourceType<T> type, string? @namespace)
    {
        var group = type.Group.Length == 0 ? $"/api/{type.Version}" : $"/apis/{type.Group}/{type.Version}";
        if (string.IsNullOrEmpty(@namespace)) return $"{group}/{type.Plural}";
        return type.Namespaced
            ? $"{group}/namespaces/{Uri.EscapeDataString(@namespace)}/{type.Plural}"
            : throw new ArgumentException($"{type.Plural} belong to the whole cluster, so there is none in namespace '{@namespace}'", nameof(@namespace));
    }

    /// <summary>One object, or one of its subresources.</summary>
    public static string Item<T>(ResourceType<T> type, string? @namespace, string name, string? subresource = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var item = $"{Home(type, @namespace)}/{Uri.EscapeDataString(name)}";
        return string.IsNullOrEmpty(subresource) ? item : $"{item}/{subresource}";
    }

    /// <summary>The collection in which an object is created: never that of all namespaces.</summary>
    public static string Home<T>(ResourceType<T> type, string? @namespace) =>
        type.Namespaced && string.IsNullOrEmpty(@namespace)
            ? throw new ArgumentException($"{type.Plural} live in namespaces, so one is needed", nameof(@namespace))
            : Collection(type, @namespace);
}
