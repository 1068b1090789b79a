using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>The name of a JSON value's kind in Go's decoding errors.</summary>
internal static class GoKind
{
    public static string Of(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => "value",
    };
}
