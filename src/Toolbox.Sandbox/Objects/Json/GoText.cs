using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Renders JSON values the way the API server prints them into its messages.</summary>
internal static class GoText
{
    static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed)) Write(writer, node);
        return Encoding.UTF8.GetString(buffer.WrittenSpan)
            .Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal);
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

    static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject map:
                writer.WriteStartObject();
                foreach (var (key, value) in Sorted(map))
                {
                    writer.WritePropertyName(key);
                    Write(writer, value);
                }
                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var item in list) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                if (JsonNumbers.IsNumber(node)) writer.WriteRawValue(JsonNumbers.ToText(node));
                else node.WriteTo(writer);
                break;
        }
    }
}
