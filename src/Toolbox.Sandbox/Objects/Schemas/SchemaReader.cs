using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Objects;

/// <summary>Reads a schema from its JSON.</summary>
internal static class SchemaReader
{
    public static StructuralSchema Read(JsonObject schema)
    {
        var properties = (schema["properties"] as JsonObject ?? [])
            .Where(property => property.Value is JsonObject)
            .ToDictionary(property => property.Key, property => Read((JsonObject)property.Value!), StringComparer.Ordinal);
        var additional = Additional(schema["additionalProperties"]);
        var items = schema["items"] is JsonObject item ? Read(item) : null;
        var rules = Rules(schema["x-kubernetes-validations"] as JsonArray ?? []);
        StructuralSchema?[] parts = [.. properties.Values, additional, items];
        return new StructuralSchema
        {
            Type = Text(schema["type"]),
            Format = Text(schema["format"]),
            IsNullable = IsTrue(schema["nullable"]),
            IsIntOrString = IsTrue(schema["x-kubernetes-int-or-string"]),
            IsEmbeddedResource = IsTrue(schema["x-kubernetes-embedded-resource"]),
            PreservesUnknownFields = IsTrue(schema["x-kubernetes-preserve-unknown-fields"]),
            HasDefault = schema["default"] is not null,
            DefaultValue = schema["default"]?.DeepClone(),
            Properties = properties,
            AdditionalProperties = additional,
            Items = items,
            ListType = Text(schema["x-kubernetes-list-type"]),
            ListMapKeys = Texts(schema["x-kubernetes-list-map-keys"]),
            MapType = Text(schema["x-kubernetes-map-type"]),
            Constraints = Constraints(schema),
            Rules = rules,
            HasRules = rules.Length > 0 || parts.Any(part => part is { HasRules: true }),
            HasListInvariants = Text(schema["x-kubernetes-list-type"]) is "set" or "map" || parts.Any(part => part is { HasListInvariants: true }),
            HasEmbeddedResources = IsTrue(schema["x-kubernetes-embedded-resource"]) || parts.Any(part => part is { HasEmbeddedResources: true }),
        };
    }

    static StructuralSchema? Additional(JsonNode? node) => node switch
    {
        JsonObject schema => Read(schema),
        JsonValue value when value.GetValueKind() == JsonValueKind.True => new StructuralSchema { PreservesUnknownFields = true },
        _ => null,
    };

    static ValueConstraints Constraints(JsonObject schema) => new()
    {
        Enum = schema["enum"] is JsonArray values ? [.. values.Select(value => value?.DeepClone())] : [],
        MaxLength = Long(schema["maxLength"]),
        MinLength = Long(schema["minLength"]),
        Pattern = Text(schema["pattern"]),
        PatternRegex = Compile(Text(schema["pattern"])),
        Maximum = Double(schema["maximum"]),
        Minimum = Double(schema["minimum"]),
        ExclusiveMaximum = IsTrue(schema["exclusiveMaximum"]),
        ExclusiveMinimum = IsTrue(schema["exclusiveMinimum"]),
        MultipleOf = Double(schema["multipleOf"]),
        MaxItems = Long(schema["maxItems"]),
        MinItems = Long(schema["minItems"]),
        UniqueItems = IsTrue(schema["uniqueItems"]),
        MaxProperties = Long(schema["maxProperties"]),
        MinProperties = Long(schema["minProperties"]),
        Required = Texts(schema["required"]),
        AllOf = Several(schema["allOf"]),
        AnyOf = Several(schema["anyOf"]),
        OneOf = Several(schema["oneOf"]),
        Not = schema["not"] is JsonObject not ? Read(not) : null,
    };

    static ValidationRule[] Rules(JsonArray rules) => [.. rules.OfType<JsonObject>().Select(rule => new ValidationRule(
        Text(rule["rule"]), Text(rule["message"]), Text(rule["messageExpression"]), Text(rule["reason"]), Text(rule["fieldPath"]),
        rule["optionalOldSelf"] is null ? null : IsTrue(rule["optionalOldSelf"])))];

    /// <summary>The pattern as the server's linear-time engine would run it; null when it cannot be compiled.</summary>
    public static Regex? Compile(string pattern)
    {
        if (pattern.Length == 0) return null;
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception refusal) when (refusal is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    static StructuralSchema[] Several(JsonNode? schemas) => [.. (schemas as JsonArray ?? []).OfType<JsonObject>().Select(Read)];

    static string[] Texts(JsonNode? node) => [.. (node as JsonArray ?? []).Select(Text)];

    static string Text(JsonNode? node) => StrategicDirectives.Text(node) ?? "";

    static bool IsTrue(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    static long? Long(JsonNode? node) => JsonNumbers.TryInteger(node, out var integer) ? integer : null;

    static double? Double(JsonNode? node) => JsonNumbers.IsNumber(node) ? JsonNumbers.ToDouble(node!) : null;
}
