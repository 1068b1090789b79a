using System.Globalization;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>The path element of an item of a set or an associative list.</summary>
internal static class ListItems
{
    /// <summary>The element, or the index for an item without its keys, which only an invalid object has.</summary>
    public static string Element(JsonNode? item, int index, FieldSchema list) =>
        TryElement(item, list, out var element) is null ? element : "i:" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null on success, else the complaint.</summary>
    public static string? TryElement(JsonNode? item, FieldSchema list, out string element)
    {
        element = "";
        if (list.Keys.Count == 0)
        {
            if (item is JsonObject or JsonArray) return "associative lists with non-scalar items need keys";
            element = "v:" + GoText.Json(item);
            return null;
        }
        if (item is not JsonObject map) return "associative list with keys may not have non-map elements";
        var keys = new JsonObject();
        foreach (var key in list.Keys)
        {
            if (map.TryGetPropertyValue(key, out var value)) keys[key] = value?.DeepClone();
            else if (list.KeyDefaults.TryGetValue(key, out var @default)) keys[key] = @default.DeepClone();
            else return $"associative list with keys has an element that omits key field {GoText.Quote(key)} (and doesn't have default value)";
        }
        element = "k:" + GoText.Json(keys);
        return null;
    }
}
