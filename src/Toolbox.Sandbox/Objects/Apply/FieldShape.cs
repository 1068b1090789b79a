using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>The schema that applies to a value: content without a schema is an object that merges, an atomic list or a scalar.</summary>
internal static class FieldShape
{
    static readonly FieldSchema FreeObject = new() { Kind = FieldKind.Object, Element = FieldSchema.Untyped };
    static readonly FieldSchema FreeList = new() { Kind = FieldKind.List, Element = FieldSchema.Untyped, IsAtomic = true };
    static readonly FieldSchema FreeScalar = new() { Kind = FieldKind.Scalar };

    public static FieldSchema Of(FieldSchema schema, JsonNode? value) => (schema.Kind, value) switch
    {
        (FieldKind.Object, JsonObject or null) or (FieldKind.List, JsonArray or null) or (FieldKind.Scalar, JsonValue or null) => schema,
        (_, JsonObject) => FreeObject,
        (_, JsonArray) => FreeList,
        _ => FreeScalar,
    };

    public static string Field(string name) => "f:" + name;

    /// <summary>A member's schema; undeclared ones, which only an invalid object has, are free.</summary>
    public static FieldSchema Member(FieldSchema schema, string name) => schema.Member(name) ?? FieldSchema.Untyped;

    public static FieldSchema Item(FieldSchema schema) => schema.Element ?? FieldSchema.Untyped;
}
