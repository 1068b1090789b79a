namespace Toolbox.Manifests;

static class OptionalLists
{
    /// <summary>A list as Kubernetes stores it: an empty one is the same as none.</summary>
    public static IList<T>? NullIfEmpty<T>(this IReadOnlyList<T>? items) => items is null or { Count: 0 } ? null : [.. items];
}
