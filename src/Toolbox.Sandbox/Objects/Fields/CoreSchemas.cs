using System.Collections.Concurrent;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// The built-in kinds of Kubernetes: every field with its type (embedded table <c>core-types.txt</c>, generated from the client's models)
/// and how lists merge (embedded table <c>core-merging.txt</c>, from the API types' markers).
/// </summary>
public static class CoreSchemas
{
    static readonly Lazy<CoreTypes> Types = new(CoreTypes.Load);
    static readonly ConcurrentDictionary<string, FieldSchema> Known = new(StringComparer.Ordinal);

    /// <summary>The schema of a kind, or null when it is not built in.</summary>
    /// <param name="apiVersion"><c>v1</c>, <c>apps/v1</c>...</param>
    /// <param name="kind"><c>Pod</c>, <c>Deployment</c>...</param>
    public static FieldSchema? Find(string apiVersion, string kind)
    {
        var key = $"{apiVersion} {kind}";
        if (Known.TryGetValue(key, out var known)) return known;
        return Types.Value.FindKind(key) is { } found ? Known.GetOrAdd(key, found) : null;
    }

    /// <summary>The metadata that all objects share.</summary>
    public static FieldSchema ObjectMeta => Types.Value.Type("V1ObjectMeta");

    /// <summary>All built-in kinds as <c>apiVersion kind</c>, sorted.</summary>
    public static IReadOnlyList<string> Kinds => Types.Value.Kinds;
}
