namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>What is known of a value before evaluation.</summary>
/// <param name="Name"><c>dyn</c> when nothing is known.</param>
/// <param name="Schema">The schema of an object or list, where there is one.</param>
/// <param name="Element">The type of a list's items.</param>
/// <param name="IsRoot">The root of an object, of which a rule also sees apiVersion, kind and the names.</param>
internal sealed record CelType(string Name, StructuralSchema? Schema = null, CelType? Element = null, bool IsRoot = false)
{
    public static readonly CelType Dynamic = new("dyn");
    public static readonly CelType Bool = new("bool");
    public static readonly CelType Int = new("int");
    public static readonly CelType Text = new("string");

    public static CelType Of(StructuralSchema? schema, bool isRoot = false) => schema switch
    {
        null or { IsIntOrString: true } => Dynamic,
        { Type: "object", AdditionalProperties: { } values } => new CelType("map", schema, Of(values)),
        { Type: "object" } => new CelType("object", schema, IsRoot: isRoot || schema.IsEmbeddedResource),
        { Type: "array" } => new CelType("list", schema, Of(schema.Items)),
        { Type: "string", Format: "date-time" or "date" } => new CelType("google.protobuf.Timestamp"),
        { Type: "string", Format: "duration" } => new CelType("google.protobuf.Duration"),
        { Type: "string", Format: "byte" } => new CelType("bytes"),
        { Type: "string" } => Text,
        { Type: "integer" } => Int,
        { Type: "number" } => new CelType("double"),
        { Type: "boolean" } => Bool,
        _ => Dynamic,
    };

    public bool IsDynamic => Name is "dyn" or "null_type" or "type" or "optional_type";

    /// <summary>Values of the two types can be equal.</summary>
    public bool IsComparable(CelType other) => IsDynamic || other.IsDynamic || Name == other.Name || (IsObject && other.IsObject);

    bool IsObject => Name is "object" or "map";

    public bool IsNumber => Name is "int" or "uint" or "double";

    public override string ToString() => Name switch
    {
        "list" => $"list({Element ?? Dynamic})",
        "map" => $"map(string, {Element ?? Dynamic})",
        _ => Name,
    };
}
