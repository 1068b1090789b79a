using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>What the server refuses in a CRD's schema.</summary>
internal static class SchemaCheck
{
    static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean"];

    public static IReadOnlyList<FieldError> Find(JsonObject schema, string path)
    {
        var errors = new List<FieldError>();
        if (Text(schema, "type") is { Length: > 0 } type && type != "object")
            errors.Add(FieldError.Invalid($"{path}.type", type, "must be object at the root"));
        else if (Text(schema, "type").Length == 0)
            errors.Add(FieldError.Required($"{path}.type", "must not be empty at the root"));
        Check(schema, path, "", errors);
        return errors;
    }

    static void Check(JsonObject schema, string path, string missingType, List<FieldError> errors)
    {
        Type(schema, path, missingType, errors);
        ListType(schema, path, errors);
        if (Text(schema, "pattern") is { Length: > 0 } pattern && SchemaReader.Compile(pattern) is null)
            errors.Add(FieldError.Invalid($"{path}.pattern", pattern, "must be a valid regular expression, but isn't"));
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
            if (property is JsonObject child) Check(child, $"{path}.properties[{name}]", "for specified object fields", errors);
        if (schema["additionalProperties"] is JsonObject additional)
            Check(additional, $"{path}.additionalProperties", "for specified object fields", errors);
        if (schema["items"] is JsonObject items) Check(items, $"{path}.items", "for specified array items", errors);
        Default(schema, path, errors);
        RuleCheck.Find(schema, path, isRoot: missingType.Length == 0, errors);
    }

    static void Type(JsonObject schema, string path, string missingType, List<FieldError> errors)
    {
        var type = Text(schema, "type");
        var isFree = IsTrue(schema, "x-kubernetes-int-or-string") || IsTrue(schema, "x-kubernetes-preserve-unknown-fields");
        if (type.Length == 0 && missingType.Length > 0 && !isFree)
            errors.Add(FieldError.Required($"{path}.type", $"must not be empty {missingType}"));
        if (type.Length > 0 && !Types.Contains(type))
            errors.Add(FieldError.NotSupported($"{path}.type", type, Types.Order(StringComparer.Ordinal)));
        if (type == "array" && schema["items"] is not JsonObject) errors.Add(FieldError.Required($"{path}.items", "must be specified"));
        if (schema.ContainsKey("properties") && schema["additionalProperties"] is not null)
            errors.Add(FieldError.Forbidden($"{path}.additionalProperties", "must not be used together with properties"));
        if (IsTrue(schema, "uniqueItems")) errors.Add(FieldError.Forbidden($"{path}.uniqueItems", "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        if (IsTrue(schema, "x-kubernetes-preserve-unknown-fields") && type is not ("object" or ""))
            errors.Add(FieldError.Invalid($"{path}.type", type, "must be object if x-kubernetes-preserve-unknown-fields is true"));
    }

    static void ListType(JsonObject schema, string path, List<FieldError> errors)
    {
        var listType = Text(schema, "x-kubernetes-list-type");
        var keys = (schema["x-kubernetes-list-map-keys"] as JsonArray ?? []).Select(GoText.Format).ToArray();
        if (listType.Length == 0)
        {
            if (keys.Length > 0)
                errors.Add(FieldError.Required($"{path}.x-kubernetes-list-type", "must be map if x-kubernetes-list-map-keys is non-empty"));
            return;
        }
        if (listType is not ("atomic" or "set" or "map"))
            errors.Add(FieldError.NotSupported($"{path}.x-kubernetes-list-type", listType, ["atomic", "map", "set"]));
        if (Text(schema, "type") is var type && type != "array")
        {
            errors.Add(type.Length == 0
                ? FieldError.Required($"{path}.type", "must be array if x-kubernetes-list-type is specified")
                : FieldError.Invalid($"{path}.type", type, "must be array if x-kubernetes-list-type is specified"));
        }
        if (listType == "map") MapKeys(schema, keys, path, errors);
        else if (keys.Length > 0)
            errors.Add(FieldError.Forbidden($"{path}.x-kubernetes-list-map-keys", "must not be specified if x-kubernetes-list-type is not map"));
    }

    static void MapKeys(JsonObject schema, string[] keys, string path, List<FieldError> errors)
    {
        if (keys.Length == 0)
            errors.Add(FieldError.Required($"{path}.x-kubernetes-list-map-keys", "must not be empty if x-kubernetes-list-type is map"));
        if (schema["items"] is not JsonObject items)
        {
            errors.Add(FieldError.Required($"{path}.items", "must have a schema if x-kubernetes-list-type is map"));
            return;
        }
        if (Text(items, "type") is var type && type != "object")
            errors.Add(FieldError.Invalid($"{path}.items.type", type, "must be object if parent array's x-kubernetes-list-type is map"));
        var required = (items["required"] as JsonArray ?? []).Select(GoText.Format).ToHashSet();
        for (var index = 0; index < keys.Length; index++)
        {
            var property = items["properties"]?[keys[index]] as JsonObject;
            if (property is null)
                errors.Add(FieldError.Invalid($"{path}.x-kubernetes-list-map-keys[{index}]", keys[index], "entry must be specified in items.properties"));
            else if (!required.Contains(keys[index]) && property["default"] is null)
                errors.Add(FieldError.Required($"{path}.items.properties[{keys[index]}].default",
                    "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property"));
        }
    }

    static void Default(JsonObject schema, string path, List<FieldError> errors)
    {
        if (schema["default"] is not { } value) return;
        foreach (var error in StructuralSchema.Parse(schema).Validate(value, null))
            if (error.Field.Length == 0) errors.Add(error with { Field = $"{path}.default" });
            else if (error.Field != FieldError.NoField) errors.Add(error with { Field = $"{path}.default.{error.Field}" });
    }

    static string Text(JsonObject schema, string name) => StrategicDirectives.Text(schema[name]) ?? "";

    static bool IsTrue(JsonObject schema, string name) => schema[name]?.GetValueKind() == System.Text.Json.JsonValueKind.True;
}
