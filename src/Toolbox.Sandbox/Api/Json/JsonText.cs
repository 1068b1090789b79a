using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Api.Json;

/// <summary>Between UTF-8 JSON and trees that are fully built, so that several threads may read them at once.</summary>
static class JsonText
{
    const int Depth = 512;

    static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Depth, SkipValidation = true };

    public static byte[] Write(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            if (node is null) writer.WriteNullValue();
            else node.WriteTo(writer);
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The value as compact JSON text.</summary>
    public static string Quoted(JsonNode? node) => System.Text.Encoding.UTF8.GetString(Write(node));

    /// <summary>Reads one JSON value; of members with the same name the last wins and its path is added to <paramref name="duplicates"/>.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonNode? Read(ReadOnlySpan<byte> text, ICollection<string>? duplicates = null)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Depth });
        reader.Read();
        var value = Value(ref reader, "", duplicates);
        if (reader.Read()) throw new JsonException("invalid character after top-level value");
        return value;
    }

    static JsonNode? Value(ref Utf8JsonReader reader, string path, ICollection<string>? duplicates)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: return Members(ref reader, path, duplicates);
            case JsonTokenType.StartArray: return Items(ref reader, path, duplicates);
            case JsonTokenType.String: return JsonValue.Create(reader.GetString());
            case JsonTokenType.True: return JsonValue.Create(true);
            case JsonTokenType.False: return JsonValue.Create(false);
            case JsonTokenType.Null: return null;
            case JsonTokenType.Number:
                // An element keeps the number's own text: 2.0 stays 2.0.
                return reader.TryGetInt64(out var whole) ? JsonValue.Create(whole) : JsonValue.Create(JsonElement.ParseValue(ref reader));
            default: throw new JsonException($"unexpected {reader.TokenType}");
        }
    }

    static JsonObject Members(ref Utf8JsonReader reader, string path, ICollection<string>? duplicates)
    {
        var members = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            reader.Read();
            if (duplicates is not null && members.ContainsKey(name)) duplicates.Add(inner);
            members[name] = Value(ref reader, inner, duplicates);
        }
        return members;
    }

    static JsonArray Items(ref Utf8JsonReader reader, string path, ICollection<string>? duplicates)
    {
        var items = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader, $"{path}[{items.Count}]", duplicates));
        }
        return items;
    }
}
