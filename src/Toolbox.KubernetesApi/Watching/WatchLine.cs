using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.KubernetesApi;

/// <summary>One line of a watch: <c>{"type": ..., "object": ...}</c>.</summary>
static class WatchLine
{
    /// <exception cref="JsonException">The line is no event.</exception>
    public static WatchEvent<T> Read<T>(ResourceType<T> resource, ReadOnlySequence<byte> line)
    {
        var (type, value) = Split(line);
        return type switch
        {
            "ADDED" => new WatchEvent<T>.Added(Value(resource, value)),
            "MODIFIED" => new WatchEvent<T>.Modified(Value(resource, value)),
            "DELETED" => new WatchEvent<T>.Deleted(Value(resource, value)),
            "BOOKMARK" => Bookmark<T>(Node(value)),
            "ERROR" => Error<T>(Node(value)),
            _ => throw new JsonException($"the event's type is '{type}'"),
        };
    }

    static (string Type, ReadOnlySequence<byte> Value) Split(ReadOnlySequence<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        var (type, value) = ("", ReadOnlySequence<byte>.Empty);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("an event must be a JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type");
            var isObject = reader.ValueTextEquals("object");
            reader.Read();
            var start = reader.TokenStartIndex;
            if (isType) type = reader.GetString() ?? "";
            else reader.Skip();
            if (isObject) value = line.Slice(start, reader.BytesConsumed - start);
        }
        return value.IsEmpty ? throw new JsonException("an event must have an object") : (type, value);
    }

    static T Value<T>(ResourceType<T> resource, ReadOnlySequence<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        var read = JsonSerializer.Deserialize(ref reader, resource.Json) ?? throw new JsonException("the event's object is null");
        return ObjectMetadata.Identify(read, resource.ApiVersion, resource.Kind);
    }

    static JsonNode Node(ReadOnlySequence<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        return JsonNode.Parse(ref reader) ?? throw new JsonException("the event's object is null");
    }

    static WatchEvent<T> Bookmark<T>(JsonNode value) => new WatchEvent<T>.Bookmark(
        ObjectMetadata.ResourceVersion(value.AsObject()),
        (string?)value["metadata"]?["annotations"]?["k8s.io/initial-events-end"] == "true");

    static WatchEvent<T> Error<T>(JsonNode status)
    {
        var message = (string?)status["message"] ?? "the server gave no reason";
        return (int?)status["code"] == 410 || (string?)status["reason"] is "Expired" or "Gone"
            ? new WatchEvent<T>.Expired(message)
            : new WatchEvent<T>.Failed(message, null);
    }
}
