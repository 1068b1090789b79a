using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// What a server must know of a field to merge it: its kind, its members, how a list merges in server-side apply (list type and keys)
/// and in a strategic merge patch (strategy and merge key). Built from the built-in table (<see cref="CoreSchemas"/>) or from a
/// custom resource's schema (<see cref="FromCustomResource"/>). Instances may be cyclic and are immutable once published.
/// </summary>
public sealed class FieldSchema
{
    static readonly Dictionary<string, FieldSchema> NoFields = [];

    /// <summary>Content without a schema: objects merge member by member, lists and scalars replace.</summary>
    public static FieldSchema Untyped { get; } = new() { Kind = FieldKind.Untyped };

    public FieldKind Kind { get; internal init; }

    /// <summary>The Go type that messages name: a struct's name or <c>string</c>, <c>int32</c>, <c>bool</c>...</summary>
    public string TypeName { get; internal init; } = "";

    /// <summary>Declared members of an object.</summary>
    public IReadOnlyDictionary<string, FieldSchema> Fields { get; internal set; } = NoFields;

    /// <summary>The schema of list items or of a map's values; null when undeclared members are not allowed.</summary>
    public FieldSchema? Element { get; internal set; }

    /// <summary>The whole value has one owner and is replaced as a unit.</summary>
    public bool IsAtomic { get; internal set; }

    /// <summary>The list is a set of scalars.</summary>
    public bool IsSet { get; internal init; }

    /// <summary>The members that identify an item of an associative list; empty for other lists.</summary>
    public IReadOnlyList<string> Keys { get; internal init; } = [];

    /// <summary>Values of members that stand in when an associative list's item leaves the key out.</summary>
    public IReadOnlyDictionary<string, JsonNode> KeyDefaults { get; internal init; } = new Dictionary<string, JsonNode>();

    /// <summary>The member that identifies an item in a strategic merge patch; empty where the list is replaced or holds scalars.</summary>
    public string MergeKey { get; internal init; } = "";

    /// <summary>A strategic merge patch merges the list instead of replacing it.</summary>
    public bool MergesList { get; internal init; }

    /// <summary>The schema of a member; null when it is not declared and undeclared members are not allowed.</summary>
    public FieldSchema? Member(string name) =>
        Kind == FieldKind.Untyped ? Untyped : Fields.TryGetValue(name, out var field) ? field : Element;

    /// <summary>The field table of a custom resource, from its structural schema.</summary>
    public static FieldSchema FromCustomResource(StructuralSchema schema) => CustomFields.Of(schema);
}
