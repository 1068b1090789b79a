using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s.Models;
using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.CustomResourceDefinitions;

/// <summary>
/// Structural schema (OpenAPI v3 as Kubernetes restricts it) of a C# type. Our own types say the rest with <see cref="FieldSchemaAttribute"/>;
/// what embedded Kubernetes types require is in <see cref="EmbeddedTypes"/>. There are no defaults: they would enter the digests of
/// existing resources.
/// </summary>
public static class SchemaGenerator
{
    /// <summary>A quantity of Kubernetes, for example 500m or 1.5Gi.</summary>
    const string QuantityPattern =
        @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$";

    /// <param name="keepUnknown">Fields that the schema does not name are stored all the same, at every level.</param>
    public static JsonObject Of(Type type, bool keepUnknown = false)
    {
        var underlying = Nullable.GetUnderlyingType(type) ?? type;
        return Scalar(underlying) ?? Collection(underlying, keepUnknown) ?? Object(underlying, keepUnknown);
    }

    static JsonObject? Scalar(Type type) => type switch
    {
        _ when type == typeof(string) => new JsonObject { ["type"] = "string" },
        _ when type == typeof(bool) => new JsonObject { ["type"] = "boolean" },
        _ when type == typeof(int) => new JsonObject { ["type"] = "integer", ["format"] = "int32" },
        _ when type == typeof(long) => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
        _ when type == typeof(IntOrString) => new JsonObject { ["x-kubernetes-int-or-string"] = true },
        _ when type == typeof(ResourceQuantity) => new JsonObject { ["pattern"] = QuantityPattern, ["x-kubernetes-int-or-string"] = true },
        _ when type == typeof(V1ObjectMeta) => new JsonObject { ["type"] = "object", ["x-kubernetes-preserve-unknown-fields"] = true },
        _ => null
    };

    static JsonObject? Collection(Type type, bool keepUnknown)
    {
        if (!type.IsGenericType)
            return null;
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (definition == typeof(IList<>) || definition == typeof(IReadOnlyList<>))
            return new JsonObject { ["type"] = "array", ["items"] = Of(arguments[0], keepUnknown) };
        if (definition == typeof(IDictionary<,>) || definition == typeof(IReadOnlyDictionary<,>))
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(arguments[1], keepUnknown) };
        throw new ArgumentException($"{type} has no schema");
    }

    static JsonObject Object(Type type, bool keepUnknown)
    {
        var fields = Fields(type).ToList();
        if (fields.Count == 0)
            throw new ArgumentException($"{type} has no schema");
        var schema = new JsonObject { ["type"] = "object" };
        if (keepUnknown)
            schema["x-kubernetes-preserve-unknown-fields"] = true;
        var required = fields.Where(IsRequired).Select(Name).Order(StringComparer.Ordinal).ToList();
        if (required.Count > 0)
            schema["required"] = new JsonArray([.. required]);
        if (Rules(type) is { Count: > 0 } rules)
            schema["x-kubernetes-validations"] = rules;
        schema["properties"] = new JsonObject(fields
            .OrderBy(Name, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(Name(field), (JsonNode?)Field(field, keepUnknown))));
        return schema;
    }

    static JsonObject Field(PropertyInfo field, bool keepUnknown)
    {
        var schema = Of(field.PropertyType, keepUnknown);
        if (EmbeddedTypes.Contains(field.DeclaringType!))
            return EmbeddedField(field, schema);
        if (field.GetCustomAttribute<FieldSchemaAttribute>() is not { } says)
            return schema;
        if (says.Description is not "")
            schema.Insert(0, "description", says.Description);
        if (says.Nullable)
            schema["nullable"] = true;
        if (says.Format is not "")
            schema["format"] = says.Format;
        if (says.Pattern is not "")
            schema["pattern"] = says.Pattern;
        if (says.Minimum != long.MinValue)
            schema["minimum"] = says.Minimum;
        if (says.Values is { Length: > 0 } values)
            schema["enum"] = new JsonArray([.. values.Select(value => (JsonNode?)value)]);
        if (says.ListMapKey is not "")
        {
            schema["x-kubernetes-list-type"] = "map";
            schema["x-kubernetes-list-map-keys"] = new JsonArray(says.ListMapKey);
        }
        return schema;
    }

    static JsonObject EmbeddedField(PropertyInfo field, JsonObject schema)
    {
        if (!IsRequired(field))
            schema["nullable"] = true;
        // The only default there is: the predecessor's schema had it, so it is in the digests already.
        if (field.DeclaringType == typeof(V1ContainerPort) && Name(field) == "protocol")
        {
            schema["default"] = "TCP";
            schema.Remove("nullable");
        }
        return schema;
    }

    static JsonArray Rules(Type type) => new([.. type.GetCustomAttributes<SchemaRuleAttribute>()
        .Select(rule => (JsonNode?)new JsonObject { ["rule"] = rule.Rule, ["message"] = rule.Message })]);

    static bool IsRequired(PropertyInfo field) => EmbeddedTypes.Contains(field.DeclaringType!)
        ? EmbeddedTypes.Requires(field.DeclaringType!, Name(field))
        : field.GetCustomAttribute<FieldSchemaAttribute>()?.Required == true;

    static IEnumerable<PropertyInfo> Fields(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(field => field.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    static string Name(PropertyInfo field) =>
        field.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name);
}
