using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// The structural schema of a custom resource (<c>openAPIV3Schema</c> of a CRD version), read once and used for every object.
/// <see cref="Prune"/>, <see cref="DropNulls"/> and <see cref="Default"/> change the object that they are given.
/// </summary>
public sealed class StructuralSchema
{
    /// <summary><c>object</c>, <c>array</c>, <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>; empty where it is free.</summary>
    public string Type { get; internal init; } = "";
    public string Format { get; internal init; } = "";
    public bool IsNullable { get; internal init; }
    public bool IsIntOrString { get; internal init; }
    public bool IsEmbeddedResource { get; internal init; }
    public bool PreservesUnknownFields { get; internal init; }
    public bool HasDefault { get; internal init; }
    public JsonNode? DefaultValue { get; internal init; }
    public IReadOnlyDictionary<string, StructuralSchema> Properties { get; internal init; } = new Dictionary<string, StructuralSchema>();

    /// <summary>The schema of a map's values; null when the object has no free members.</summary>
    public StructuralSchema? AdditionalProperties { get; internal init; }

    /// <summary>The schema of list items; null for other types.</summary>
    public StructuralSchema? Items { get; internal init; }

    /// <summary><c>atomic</c>, <c>set</c>, <c>map</c> or empty (atomic).</summary>
    public string ListType { get; internal init; } = "";
    public IReadOnlyList<string> ListMapKeys { get; internal init; } = [];

    /// <summary><c>granular</c>, <c>atomic</c> or empty (granular).</summary>
    public string MapType { get; internal init; } = "";

    internal ValueConstraints Constraints { get; init; } = ValueConstraints.None;

    /// <summary>CEL rules of this value (<c>x-kubernetes-validations</c>).</summary>
    public IReadOnlyList<ValidationRule> Rules { get; internal init; } = [];

    IReadOnlyList<CompiledRule>? compiledRules;

    /// <summary>The rules, compiled on first use; a schema stands at one place only, so the root is always the root.</summary>
    internal IReadOnlyList<CompiledRule> CompiledRules(bool isRoot) =>
        compiledRules ??= [.. Rules.Select(rule => CompiledRule.Compile(rule, this, isRoot))];

    /// <summary>The schema of a member; null when it is not declared.</summary>
    internal StructuralSchema? Member(string name) => Properties.TryGetValue(name, out var property) ? property : AdditionalProperties;

    /// <summary>Whether this value or anything below it is a set or an associative list.</summary>
    internal bool HasListInvariants { get; init; }

    /// <summary>Whether this value or anything below it is an object of its own.</summary>
    internal bool HasEmbeddedResources { get; init; }

    /// <summary>Whether this value or anything below it has CEL rules.</summary>
    public bool HasRules { get; internal init; }

    /// <summary>Reads a schema; what is wrong with it is found by <see cref="Check"/>, and ignored here.</summary>
    public static StructuralSchema Parse(JsonObject openApiV3Schema) => SchemaReader.Read(openApiV3Schema);

    /// <summary>The errors that the server finds in a CRD's schema: not structural, bad CEL rules, defaults that do not fit.</summary>
    /// <param name="path">Where the schema stands; the server says this for a CRD with one version.</param>
    public static IReadOnlyList<FieldError> Check(JsonObject openApiV3Schema, string path = "spec.validation.openAPIV3Schema") =>
        SchemaCheck.Find(openApiV3Schema, path);

    /// <summary>Removes undeclared fields, except below <c>x-kubernetes-preserve-unknown-fields</c>.</summary>
    public void Prune(JsonObject @object) => SchemaPruning.Prune(@object, this);

    /// <summary>The paths that <see cref="Prune"/> would remove, sorted.</summary>
    public IReadOnlyList<string> UnknownFields(JsonObject @object) => SchemaPruning.Find(@object, this);

    /// <summary>
    /// Removes nulls of fields that are not nullable and have no default. The server does so when it decodes a body, not after server-side
    /// apply, where such a null is an error.
    /// </summary>
    public void DropNulls(JsonObject @object) => SchemaDefaulting.DropNulls(@object, this);

    /// <summary>Fills in defaults, also for null where the field is not nullable.</summary>
    public void Default(JsonObject @object) => SchemaDefaulting.Apply(@object, this);

    /// <summary>
    /// All errors of a value: schema, list invariants, then CEL rules unless an earlier error hides them. Errors of parts that an update
    /// leaves unchanged are not reported (ratcheting).
    /// </summary>
    /// <param name="old">The object before the update; null for a create.</param>
    /// <param name="scale">Paths of the scale subresource, whose values must be integers.</param>
    public IReadOnlyList<FieldError> Validate(JsonNode value, JsonNode? old, ScalePaths? scale = null) =>
        SchemaValidation.Validate(value, old, this, scale);
}
