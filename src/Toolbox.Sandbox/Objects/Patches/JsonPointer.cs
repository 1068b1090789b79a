using System.Globalization;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>A JSON pointer (RFC 6901) split into its parent's path and its last key.</summary>
internal readonly record struct JsonPointer(IReadOnlyList<string> Parents, string Key)
{
    /// <summary>False for text that does not begin with a slash. The root itself has no key and is not a pointer here.</summary>
    public static bool TryParse(string? text, out JsonPointer pointer)
    {
        pointer = default;
        if (text is null || !text.StartsWith('/')) return false;
        var keys = text[1..].Split('/').Select(key =>
            key.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        pointer = new JsonPointer(keys[..^1], keys[^1]);
        return true;
    }

    /// <summary>The object or list that holds the key; null when something on the way is missing or a scalar.</summary>
    public JsonNode? FindParent(JsonNode? document)
    {
        foreach (var key in Parents)
        {
            document = document switch
            {
                JsonObject map => map[key],
                JsonArray list when TryIndex(list, key, out var index) => list[index],
                _ => null,
            };
        }
        return document is JsonObject or JsonArray ? document : null;
    }

    /// <summary>An existing index of the list; negative ones count from its end.</summary>
    public static bool TryIndex(JsonArray list, string key, out int index)
    {
        if (!int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index)) return false;
        if (index < 0) index += list.Count;
        return index >= 0 && index < list.Count;
    }
}
