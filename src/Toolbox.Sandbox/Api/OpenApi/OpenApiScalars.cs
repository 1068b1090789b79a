using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Api.OpenApi;

/// <summary>The OpenAPI forms of the scalar types of built-in kinds.</summary>
static class OpenApiScalars
{
    public static JsonObject Of(string type) => type switch
    {
        "bool" => Type("boolean", null),
        "int32" or "int64" => Type("integer", type),
        "float64" => Type("number", "double"),
        "time" => Type("string", "date-time"),
        "bytes" => Type("string", "byte"),
        "int-or-string" => new JsonObject { ["oneOf"] = new JsonArray(Type("integer", null), Type("string", null)), ["format"] = "int-or-string" },
        "quantity" => new JsonObject { ["oneOf"] = new JsonArray(Type("string", null), Type("number", null)) },
        _ => Type("string", null),
    };

    static JsonObject Type(string type, string? format) =>
        format is null ? new JsonObject { ["type"] = type } : new JsonObject { ["type"] = type, ["format"] = format };
}
