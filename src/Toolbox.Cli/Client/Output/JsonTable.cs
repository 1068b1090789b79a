using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Client.Output;

/// <summary>JSON of unknown shape as a table: names in one column, objects of a list in rows, the fields of one object below each other.</summary>
static class JsonTable
{
    public static string Of(JsonNode node) => node switch
    {
        JsonArray list when list.OfType<JsonObject>().Any() => Rows(list),
        JsonArray list => Columns.Align(["NAME"], list.Select(item => new[] { Text(item) })),
        JsonObject one => Columns.Align(["FIELD", "VALUE"], Fields("", one)),
        _ => Text(node),
    };

    static string Rows(JsonArray list)
    {
        var rows = list.OfType<JsonObject>().Select(row => Fields("", row).ToDictionary(field => field[0], field => field[1])).ToList();
        var names = rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
        return Columns.Align(
            [.. names.Select(name => name.ToUpperInvariant())],
            rows.Select(row => names.Select(name => row.GetValueOrDefault(name, "")).ToArray()));
    }

    static IEnumerable<string[]> Fields(string prefix, JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } members => members.SelectMany(member => Fields(prefix.Length == 0 ? member.Key : $"{prefix}.{member.Key}", member.Value)),
        JsonArray { Count: > 0 } items when items.Any(item => item is JsonObject) => items.SelectMany((item, index) => Fields($"{prefix}[{index}]", item)),
        JsonArray items => [[prefix, string.Join(", ", items.Select(Text))]],
        _ => [[prefix, Text(node)]],
    };

    static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonObject { Count: 0 } => "",
        _ when node.GetValueKind() == JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
