using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Renders JSON values the way the API server prints them into its messages.</summary>
internal static class GoText
{
    /// <summary>Go's <c>%v</c>: <c>map[a:1 b:[x y]]</c> with sorted keys.</summary>
    public static string Format(JsonNode? node) => node switch
    {
        null => "<nil>",
        JsonObject map => $"map[{string.Join(' ', Sorted(map).Select(member => $"{member.Key}:{Format(member.Value)}"))}]",
        JsonArray list => $"[{string.Join(' ', list.Select(Format))}]",
        _ when JsonNumbers.IsNumber(node) => JsonNumbers.ToText(node),
        _ => node.ToString(),
    };

    /// <summary>The value inside <c>Invalid value: ...</c>: strings quoted, everything else compact JSON with sorted keys.</summary>
    public static string Value(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? Quote(value.GetValue<string>()) : Json(node);

    /// <summary>Compact JSON with sorted keys and the three escapes that Go's encoder adds.</summary>
    public static string Json(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    /// <summary>Go's <c>%q</c>.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var character in text) quoted.Append(Escape(character));
        return quoted.Append('"').ToString();
    }

    static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\a' => "\\a",
        '\b' => "\\b",
        '\f' => "\\f",
        '\v' => "\\v",
        _ when character < ' ' || character == 0x7f => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
        _ => character.ToString(),
    };

    static IEnumerable<KeyValuePair<string, JsonNode?>> Sorted(JsonObject map) => map.OrderBy(member => member.Key, StringComparer.Ordinal);

    static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject map:
                WriteMembers(text, map);
                break;
            case JsonArray list:
                for (var index = 0; index < list.Count; index++) Write(text.Append(index == 0 ? '[' : ','), list[index]);
                text.Append(list.Count == 0 ? "[]" : "]");
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteText(text, value.GetValue<string>());
                break;
            default:
                text.Append(JsonNumbers.IsNumber(node) ? JsonNumbers.ToText(node) : node.ToJsonString());
                break;
        }
    }

    static void WriteMembers(StringBuilder text, JsonObject map)
    {
        var before = '{';
        foreach (var (key, value) in map.Count > 1 ? Sorted(map) : map)
        {
            WriteText(text.Append(before), key);
            Write(text.Append(':'), value);
            before = ',';
        }
        text.Append(map.Count == 0 ? "{}" : "}");
    }

    static void WriteText(StringBuilder text, string value)
    {
        var encoded = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);
        if (encoded.AsSpan().IndexOfAny('<', '>', '&') >= 0)
            encoded = encoded.Replace("<", "\\u003c", StringComparison.Ordinal).Replace(">", "\\u003e", StringComparison.Ordinal)
                .Replace("&", "\\u0026", StringComparison.Ordinal);
        text.Append('"').Append(encoded).Append('"');
    }
}
