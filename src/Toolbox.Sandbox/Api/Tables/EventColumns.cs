using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The columns of events.</summary>
static class EventColumns
{
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new TableColumn("Last Seen", "string", "", "The time since it happened last.", 0, (item, now) => LastSeen(item, now)),
        TableColumns.Text("Type", "Normal or Warning.", item => item.At("type")),
        TableColumns.Text("Reason", "Why it happened, in one word.", item => item.At("reason")),
        TableColumns.Text("Object", "What it happened to.", item => Object(item)),
        TableColumns.Text("Subobject", "The part that it happened to.", item => About(item).TextAt("fieldPath") ?? "", 1),
        TableColumns.Text("Source", "Who reports it.", item => Source(item), 1),
        TableColumns.Text("Message", "What happened.", item => (item.TextAt("message") ?? item.TextAt("note") ?? "").Trim()),
        new TableColumn("First Seen", "string", "", "The time since it happened first.", 1, (item, now) => FirstSeen(item, now)),
        TableColumns.Text("Count", "How often it happened.", item => Count(item), 1),
        new TableColumn("Name", "string", "name", "The name of the event.", 1, (item, _) => item.TextAt("metadata", "name") ?? ""),
    ];

    static JsonNode? About(JsonObject item) => item["involvedObject"] ?? item["regarding"];

    static string Object(JsonObject item)
    {
        var (kind, name) = (About(item).TextAt("kind") ?? "", About(item).TextAt("name") ?? "");
        return name.Length == 0 ? kind.ToLowerInvariant() : $"{kind.ToLowerInvariant()}/{name}";
    }

    static string Source(JsonObject item)
    {
        var source = item["source"] ?? item["deprecatedSource"];
        var component = source.TextAt("component") is { Length: > 0 } given ? given : item.TextAt("reportingComponent") ?? item.TextAt("reportingController") ?? "";
        return source.TextAt("host") is { Length: > 0 } host ? $"{component}, {host}" : component;
    }

    static JsonNode LastSeen(JsonObject item, DateTimeOffset now) =>
        HumanDuration.Since(item.At("series", "lastObservedTime") ?? item["lastTimestamp"] ?? item["deprecatedLastTimestamp"] ?? First(item), now);

    static JsonNode FirstSeen(JsonObject item, DateTimeOffset now) => HumanDuration.Since(First(item), now);

    static JsonNode? First(JsonObject item) => item["firstTimestamp"] ?? item["deprecatedFirstTimestamp"] ?? item["eventTime"];

    static long Count(JsonObject item) =>
        item.NumberAt("series", "count") ?? item.NumberAt("count") ?? item.NumberAt("deprecatedCount") ?? 1;
}
