using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>The words of a strategic merge patch that are instructions instead of content.</summary>
internal static class StrategicDirectives
{
    public const string Patch = "$patch";
    public const string RetainKeys = "$retainKeys";
    public const string SetElementOrder = "$setElementOrder/";
    public const string DeleteFromPrimitiveList = "$deleteFromPrimitiveList/";

    public static string? PatchOf(JsonObject map) =>
        map.TryGetPropertyValue(Patch, out var directive) ? GoText.Format(directive) : null;

    public static bool IsParallelList(string name) =>
        name.StartsWith(SetElementOrder, StringComparison.Ordinal) || name.StartsWith(DeleteFromPrimitiveList, StringComparison.Ordinal);

    /// <summary>Content that is new to the target: without directives, without what they delete, without nulls.</summary>
    public static JsonNode? Strip(JsonNode? content)
    {
        switch (content)
        {
            case JsonObject map:
                if (PatchOf(map) == "delete") return null;
                var stripped = new JsonObject();
                foreach (var (name, value) in map)
                    if (name != Patch && name != RetainKeys && !IsParallelList(name) && Strip(value) is { } kept) stripped[name] = kept;
                return stripped;
            case JsonArray list:
                // An item that only says "replace" has no content of its own.
                return new JsonArray([.. list.Where(item => item is not JsonObject { Count: 1 } only || PatchOf(only) is null)
                    .Select(Strip).Where(item => item is not null)]);
            default:
                return content?.DeepClone();
        }
    }

    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
