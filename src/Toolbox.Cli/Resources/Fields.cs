using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Cli.Resources;

/// <summary>Reads JSON of the API server; what is absent or of another type reads as empty.</summary>
static class Fields
{
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) node = (node as JsonObject)?[name];
        return node;
    }

    public static string Text(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        _ => "",
    };

    public static int Number(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue(out int number) ? number : 0;

    public static IEnumerable<JsonObject> Items(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) is JsonArray items ? items.OfType<JsonObject>() : [];

    public static DateTimeOffset? Time(this JsonNode? node, params ReadOnlySpan<string> path) =>
        DateTimeOffset.TryParse(node.Text(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public static string Name(this JsonNode? resource) => resource.Text("metadata", "name");

    /// <summary>The condition of this type, when it is true.</summary>
    public static JsonObject? Condition(this JsonNode? resource, string type) =>
        resource.Items("status", "conditions").FirstOrDefault(condition => condition.Text("type") == type && condition.Text("status") == "True");
}
