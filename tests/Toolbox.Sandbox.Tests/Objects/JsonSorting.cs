using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Objects;

internal static class JsonSorting
{
    /// <summary>Text with sorted members, so that differences read well.</summary>
    public static string SortedText(this JsonNode? node) => Sorted(node)?.ToJsonString(new() { WriteIndented = true }) ?? "null";

    static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
