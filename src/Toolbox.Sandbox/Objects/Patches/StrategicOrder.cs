using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// Where items of a merged list go: those that the patch names in the patch's order, those that only the server has in the server's order,
/// and a server's item before a named one only where the server had it so. So new items come first.
/// </summary>
internal static class StrategicOrder
{
    /// <param name="merged">All items, in any order.</param>
    /// <param name="named">The patch's items, or those of <c>$setElementOrder</c>.</param>
    /// <param name="live">The list before the patch.</param>
    /// <param name="key">Merge key; empty for lists of scalars.</param>
    public static JsonArray Arrange(JsonArray merged, JsonArray named, JsonArray live, string key)
    {
        var items = merged.Select(item => item?.DeepClone()).ToList();
        var patched = new Queue<JsonNode?>(items.Where(item => IndexOf(named, item, key) >= 0).OrderBy(item => IndexOf(named, item, key)));
        var others = new Queue<JsonNode?>(items.Where(item => IndexOf(named, item, key) < 0).OrderBy(item => IndexOf(live, item, key)));
        var arranged = new JsonArray();
        while (patched.Count + others.Count > 0)
        {
            var takesOther = patched.Count == 0 || (others.Count > 0 && IsBefore(live, others.Peek(), patched.Peek(), key));
            arranged.Add(takesOther ? others.Dequeue() : patched.Dequeue());
        }
        return arranged;
    }

    /// <summary>Whether all items of a patch's list occur in its <c>$setElementOrder</c>, in the same order.</summary>
    public static bool Agrees(JsonArray patch, JsonArray order, string key)
    {
        var last = -1;
        foreach (var item in patch.Where(item => item is not JsonObject map || StrategicDirectives.PatchOf(map) is null))
        {
            var index = IndexOf(order, item, key);
            if (index <= last) return false;
            last = index;
        }
        return true;
    }

    static bool IsBefore(JsonArray live, JsonNode? left, JsonNode? right, string key) =>
        IndexOf(live, left, key) is >= 0 and var first && IndexOf(live, right, key) is >= 0 and var second && first < second;

    static int IndexOf(JsonArray list, JsonNode? item, string key)
    {
        for (var index = 0; index < list.Count; index++)
            if (JsonNode.DeepEquals(Identity(list[index], key), Identity(item, key))) return index;
        return -1;
    }

    static JsonNode? Identity(JsonNode? item, string key) => key.Length > 0 && item is JsonObject map ? map[key] : item;
}
