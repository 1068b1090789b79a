using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Finds the items of a list before an update that are those of the list after it: by key, in a set by value, else none.</summary>
internal sealed class ItemIndex
{
    readonly StructuralSchema schema;
    readonly Dictionary<string, JsonNode?>? items;

    public ItemIndex(JsonArray? old, StructuralSchema schema)
    {
        this.schema = schema;
        if (old is null || schema.ListType is not ("set" or "map")) return;
        items = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var item in old)
            if (Identity(item, schema) is { } identity) items.TryAdd(identity, item);
    }

    public JsonNode? Find(JsonNode? item) =>
        items is not null && Identity(item, schema) is { } identity ? items.GetValueOrDefault(identity) : null;

    /// <summary>What makes an item the same as another; null for an item that is not of the list's kind.</summary>
    public static string? Identity(JsonNode? item, StructuralSchema schema) => schema.ListType switch
    {
        "map" => item is JsonObject map ? JsonIdentity.OfMembers(map, schema.ListMapKeys) : null,
        _ => JsonIdentity.Of(item),
    };
}
