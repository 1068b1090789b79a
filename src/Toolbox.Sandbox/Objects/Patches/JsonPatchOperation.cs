using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>One operation of a JSON patch, applied in place.</summary>
internal static class JsonPatchOperation
{
    public static bool TryApply(ref JsonNode? document, JsonObject operation)
    {
        var path = Text(operation["path"]);
        if (path is null) return false;
        return Text(operation["op"]) switch
        {
            "add" => Add(ref document, path, operation["value"]?.DeepClone()),
            "remove" => Remove(document, path),
            "replace" => Replace(ref document, path, operation["value"]?.DeepClone()),
            "test" => Test(document, path, operation["value"]),
            "move" => Move(ref document, Text(operation["from"]), path),
            "copy" => TryGet(document, Text(operation["from"]), out var copied) && Add(ref document, path, copied?.DeepClone()),
            _ => false,
        };
    }

    static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    static bool Add(ref JsonNode? document, string path, JsonNode? value)
    {
        if (path.Length == 0)
        {
            document = value;
            return true;
        }
        if (!JsonPointer.TryParse(path, out var pointer)) return false;
        switch (pointer.FindParent(document))
        {
            case JsonObject map:
                map[pointer.Key] = value;
                return true;
            case JsonArray list when TryInsertionIndex(list, pointer.Key, out var index):
                list.Insert(index, value);
                return true;
            default:
                return false;
        }
    }

    static bool TryInsertionIndex(JsonArray list, string key, out int index)
    {
        index = list.Count;
        if (key == "-") return true;
        if (!int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index)) return false;
        if (index < 0) index += list.Count + 1;
        return index >= 0 && index <= list.Count;
    }

    static bool Remove(JsonNode? document, string path)
    {
        if (!JsonPointer.TryParse(path, out var pointer)) return false;
        switch (pointer.FindParent(document))
        {
            case JsonObject map:
                return map.Remove(pointer.Key);
            case JsonArray list when JsonPointer.TryIndex(list, pointer.Key, out var index):
                list.RemoveAt(index);
                return true;
            default:
                return false;
        }
    }

    static bool Replace(ref JsonNode? document, string path, JsonNode? value)
    {
        if (path.Length == 0 || !JsonPointer.TryParse(path, out var pointer)) return Add(ref document, path, value);
        switch (pointer.FindParent(document))
        {
            case JsonObject map:
                map[pointer.Key] = value;
                return true;
            case JsonArray list when JsonPointer.TryIndex(list, pointer.Key, out var index):
                list[index] = value;
                return true;
            default:
                return false;
        }
    }

    // A missing member equals null, as in the server's library.
    static bool Test(JsonNode? document, string path, JsonNode? expected) =>
        TryGet(document, path, out var actual) ? JsonNode.DeepEquals(actual, expected) : expected is null;

    static bool Move(ref JsonNode? document, string? from, string path)
    {
        if (!TryGet(document, from, out var moved) || path.StartsWith(from + "/", StringComparison.Ordinal)) return false;
        var copy = moved?.DeepClone();
        return Remove(document, from!) && Add(ref document, path, copy);
    }

    static bool TryGet(JsonNode? document, string? path, out JsonNode? value)
    {
        value = document;
        if (path is null) return false;
        if (path.Length == 0) return true;
        value = null;
        if (!JsonPointer.TryParse(path, out var pointer)) return false;
        switch (pointer.FindParent(document))
        {
            case JsonObject map:
                return map.TryGetPropertyValue(pointer.Key, out value);
            case JsonArray list when JsonPointer.TryIndex(list, pointer.Key, out var index):
                value = list[index];
                return true;
            default:
                return false;
        }
    }
}
