using System.Text.Json;

namespace Toolbox.KubernetesApi;

/// <summary>Reads a list item by item, so that no second copy of the whole answer is built.</summary>
static class ListReader
{
    /// <exception cref="JsonException">The body is no list.</exception>
    public static ResourceList<T> Read<T>(ResourceType<T> type, ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("the answer is no list");
        var items = new List<T>();
        var page = new ResourceList<T>(items, "", "", null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = reader.ValueTextEquals("items");
            var isMetadata = reader.ValueTextEquals("metadata");
            reader.Read();
            if (isItems) ReadItems(ref reader, type, items);
            else if (isMetadata) page = ReadMetadata(ref reader, page);
            else reader.Skip();
        }
        return page;
    }

    static void ReadItems<T>(ref Utf8JsonReader reader, ResourceType<T> type, List<T> items)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return; // an empty list may be null
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = JsonSerializer.Deserialize(ref reader, type.Json) ?? throw new JsonException("an item of the list is null");
            items.Add(ObjectMetadata.Identify(item, type.ApiVersion, type.Kind));
        }
    }

    static ResourceList<T> ReadMetadata<T>(ref Utf8JsonReader reader, ResourceList<T> page)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object) return page;
        string Text(string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        return page with
        {
            ResourceVersion = Text("resourceVersion"),
            Continue = Text("continue"),
            RemainingItemCount = document.RootElement.TryGetProperty("remainingItemCount", out var count) ? count.GetInt64() : null,
        };
    }
}
