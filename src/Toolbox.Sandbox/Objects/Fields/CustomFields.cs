using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>The field table of a custom resource.</summary>
internal static class CustomFields
{
    static readonly FieldSchema Text = new() { Kind = FieldKind.Scalar, TypeName = "string" };

    /// <summary>The root of an object, with the metadata of every object.</summary>
    public static FieldSchema Of(StructuralSchema schema) => Resource(schema);

    static FieldSchema Resource(StructuralSchema schema)
    {
        var fields = schema.Properties.ToDictionary(property => property.Key, property => Field(property.Value), StringComparer.Ordinal);
        fields["apiVersion"] = fields["kind"] = Text;
        fields["metadata"] = CoreSchemas.ObjectMeta;
        return new FieldSchema { Kind = FieldKind.Object, Fields = fields, Element = FreeMembers(schema), IsAtomic = schema.MapType == "atomic" };
    }

    static FieldSchema Field(StructuralSchema schema) => schema switch
    {
        { IsEmbeddedResource: true } => Resource(schema),
        { IsIntOrString: true } => new FieldSchema { Kind = FieldKind.Scalar, TypeName = "int-or-string" },
        { Type: "array", Items: { } items } => List(schema, items),
        { Type: "object", PreservesUnknownFields: true, Properties.Count: 0, AdditionalProperties: null } => FieldSchema.Untyped,
        { Type: "object" } => Object(schema),
        { Type: "string" or "integer" or "number" or "boolean" } => new FieldSchema { Kind = FieldKind.Scalar, TypeName = schema.Type },
        _ => FieldSchema.Untyped,
    };

    static FieldSchema Object(StructuralSchema schema) => new()
    {
        Kind = FieldKind.Object,
        Fields = schema.Properties.ToDictionary(property => property.Key, property => Field(property.Value), StringComparer.Ordinal),
        Element = FreeMembers(schema),
        IsAtomic = schema.MapType == "atomic",
    };

    static FieldSchema? FreeMembers(StructuralSchema schema) =>
        schema.AdditionalProperties is { } additional ? Field(additional) : schema.PreservesUnknownFields ? FieldSchema.Untyped : null;

    static FieldSchema List(StructuralSchema schema, StructuralSchema items) => new()
    {
        Kind = FieldKind.List,
        Element = Field(items),
        IsSet = schema.ListType == "set",
        IsAtomic = schema.ListType is not ("set" or "map"),
        Keys = schema.ListType == "map" ? schema.ListMapKeys : [],
        KeyDefaults = schema.ListMapKeys.Where(key => items.Properties.TryGetValue(key, out var property) && property.HasDefault)
            .ToDictionary(key => key, key => (JsonNode)items.Properties[key].DefaultValue!),
    };
}
